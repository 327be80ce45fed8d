import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { problemWords } from '@/lib/events/problem-words'
import type { EventList } from '@/lib/events/schemas'
import { translator } from '@/lib/i18n/translator'
import { providers } from '@/lib/providers/registry'
import type { Lookup } from '@/lib/timeline/schemas'
import { eventRows } from './event-rows'
import { leftoverEnglish } from './leftover-english'
import { orderStory } from './order-story'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

const events = translator('id', 'events')
const search = translator('id', 'search')
const destinations = translator('id', 'destinations')
const problems = translator('id', 'problems')
const words = translator('id', 'words')

test('reads everything in Bahasa Indonesia with times in WIB, and goes back to English', async ({ page }) => {
  await signIn(page)
  const senders = await Promise.all(providers.map((provider) => createSender(page.request, provider)))
  const [sender] = senders
  if (!sender) throw new Error('The registry is empty')
  const story = orderStory(3)
  for (const step of [story.step('placed', 3), story.step('paid', 2), story.awb(1)]) {
    for (const each of senders) await each.tell(step)
  }
  const [type] = twoEventTypes(sender.provider)
  expect(await sender.send(type, { secret: 'some other secret' })).toBe(401)
  const order = await pathOfOrder(page, story.order.number)
  const slug = `e2e-${randomUUID().slice(0, 8)}`
  const made = await page.request.post('/api/v1/sources', { data: { provider: sender.provider.id, slug, name: slug } })
  const unchecked = await made.json()
  expect((await page.request.post(unchecked.path, { data: '' })).status()).toBe(200)

  expect(await leftoverEnglish(page)).toContain('Events')
  await page.getByRole('radio', { name: 'WIB' }).click()
  await page.getByRole('radio', { name: 'Bahasa Indonesia' }).click()
  await expect(page.getByRole('heading', { name: events('list.title'), exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')

  await open(page, `/events?q=source:${senders.map(({ source }) => source.id).join(',')}`)
  const rows = page.locator('[data-row]')
  await expect(rows.first()).toBeVisible()
  await expectIndonesian(page, 'the list')

  await open(page, `/events?q=source:${unchecked.id}`)
  const { items }: EventList = await (await page.request.get(`/api/v1/events?q=source:${unchecked.id}`)).json()
  const [problem = { code: '', message: '' }] = items[0]?.problems ?? []
  await expect(page.getByText(problemWords(problem, words), { exact: true })).toBeVisible()

  await open(page, '/events?q=statsu:failed')
  const fault = page.getByRole('alert').filter({ hasText: search('faults.use', { suggestion: 'status:failed' }) })
  await expect(fault).toBeVisible()
  await expectIndonesian(page, 'a faulty query')

  await open(page, `/events?q=source:${sender.source.id}+type:${type}+verdict:rejected`)
  await rows.click()
  await expect(page).toHaveURL(/\/deliveries\//)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectIndonesian(page, 'a rejected delivery')

  await open(page, `/events?q=source:${sender.source.id}+-verdict:rejected`)
  await rows.first().click()
  await expect(page).toHaveURL(/\/events\/[^?]/)
  await expect(page.getByRole('region', { name: events('page.ids') })).toBeVisible()
  await expectIndonesian(page, 'an event')
  await open(page, order)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(story.order.number)
  await expectIndonesian(page, 'an order')
  await open(page, '/destinations/new')
  await page.getByRole('textbox', { name: destinations('form.name'), exact: true }).fill('Gudang')
  await page.getByRole('textbox', { name: destinations('form.url') }).fill('ftp://gudang.example.com')
  await page.getByRole('button', { name: destinations('new.create') }).click()
  await expect(page.getByText(problems('expected.url'))).toBeInViewport()
  await expect(page.getByRole('textbox', { name: destinations('form.url') })).toBeFocused()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: destinations('new.create') }).click()
  await expect(page.getByText(translator('id', 'network')('unreachable'))).toBeInViewport()
  await page.context().setOffline(false)
  await expectIndonesian(page, 'a form that was refused')

  await open(page, '/overview')
  await expectIndonesian(page, 'the overview')

  await page.getByRole('radio', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Overview', exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await open(page, '/events')
  await expect(page.getByRole('heading', { name: 'Events', exact: true })).toBeVisible()
  await expect(eventRows(page).first()).toBeVisible()
})

async function expectIndonesian(page: Page, what: string) {
  await expect(page.locator('[aria-busy="true"], .animate-shimmer')).toHaveCount(0)
  expect.soft(await leftoverEnglish(page), what).toEqual([])
  const times = await page.locator('time[title]').evaluateAll((all) => all.map((time) => time.getAttribute('title')))
  expect.soft(times.filter((time) => !/\d\d\.\d\d\.\d\d.* WIB$/.test(time ?? ''), what)).toEqual([])
}

/** The page of an order, once it is known: events are put on their timelines a moment after they were acknowledged. */
async function pathOfOrder(page: Page, number: string): Promise<string> {
  let path = ''
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/v1/lookup?${new URLSearchParams({ q: number })}`)
      const { items }: Lookup = await answer.json()
      path = items.find(({ kind }) => kind === 'order')?.path ?? ''
      return path
    })
    .not.toBe('')
  return path
}
