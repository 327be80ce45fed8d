import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { EventList } from '@/lib/events/schemas'
import { eventRows } from './event-rows'
import { createSender, providerOfOrders } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test.describe.configure({ timeout: 90_000 })

// What is asked of the payload is found by an index of its own, and followed in another way.
for (const { asked, withWord } of [
  { asked: 'a type', withWord: false },
  { asked: 'a type and a word of the payload', withWord: true },
]) {
  test.describe(`under ${asked}`, () => {
    test('what fits comes in once, behind a bar, and moves no row', async ({ page }) => {
      const { rows, query, send, sendOthers } = await openFiltered(page, withWord)
      const before = await rows.first().boundingBox()
      await rows.first().hover()
      await send(2)
      await sendOthers()
      await send(3)
      const bar = page.getByRole('button', { name: '2 new events' })
      await expect(bar).toBeVisible()
      expect(await rows.first().boundingBox()).toEqual(before)
      await nextAnswers(page)
      await expect(bar).toBeVisible()
      await expect(rows).toHaveCount(1)

      await bar.click()
      await expectOrders(page, [3, 2, 1])
      await nextAnswers(page)
      await expectOrders(page, [3, 2, 1])
      await expect(newRows(page)).toHaveCount(0)

      // While it is paused nothing comes in, and nothing is forgotten.
      await page.getByRole('button', { name: 'Pause new events' }).click()
      await expect(liveSign(page, 'Paused')).toBeVisible()
      await send(4)
      await sendOthers()
      await untilListed(page, query, 4)
      await expect(newRows(page)).toHaveCount(0)
      await page.getByRole('button', { name: 'Go on with new events' }).click()
      await page.getByRole('button', { name: '1 new event' }).click()
      await expectOrders(page, [4, 3, 2, 1])
    })

    test('what comes while the connection is lost is there afterwards, once', async ({ page, context }) => {
      const { rows, query, send, sendOthers } = await openFiltered(page, withWord)
      await send(2)
      await expect(newRows(page)).toHaveText(/^1 new event/)

      await context.setOffline(true)
      await expect(liveSign(page, 'Reconnecting…')).toBeVisible()
      await send(3)
      await sendOthers()
      await send(4)
      await untilListed(page, query, 4)
      await expect(newRows(page)).toHaveText(/^1 new event/)
      await context.setOffline(false)
      await expect(liveSign(page, 'Live')).toBeVisible()
      await expect(newRows(page)).toHaveText(/^3 new events/)
      await expect(rows).toHaveCount(1)

      // The server answers, and the answer never arrives.
      await page.route(isTail, async (route) => {
        await route.fetch()
        await route.abort()
      })
      await send(5)
      await expect(liveSign(page, 'Reconnecting…')).toBeVisible()
      await newRows(page).click()
      await expectOrders(page, [4, 3, 2, 1])
      await send(6)
      await page.unrouteAll({ behavior: 'wait' })
      await expect(liveSign(page, 'Live')).toBeVisible()
      await expect(newRows(page)).toHaveText(/^2 new events/)
      await page.keyboard.press('n')
      await expectOrders(page, [6, 5, 4, 3, 2, 1])
      await nextAnswers(page)
      await expectOrders(page, [6, 5, 4, 3, 2, 1])
      await expect(newRows(page)).toHaveCount(0)
    })
  })
}

/** The list under a filter, with one order in it; `send` sends a further one that fits, `sendOthers` what does not. */
async function openFiltered(page: Page, withWord: boolean) {
  await signIn(page)
  const [provider, [type, otherType]] = providerOfOrders()
  const sender = await createSender(page.request, provider)
  const word = `W${randomUUID().slice(0, 8).toUpperCase()}`
  const send = async (number: number) => {
    expect(await sender.send(type, { order: `${word}-${number}` })).toBe(200)
  }
  const sendOthers = async () => {
    expect(await sender.send(otherType, { order: `${word}-other-type` })).toBe(200)
    if (withWord) expect(await sender.send(type, { order: 'other-word' })).toBe(200)
  }
  const query = `source:${sender.source.id} type:${type}${withWord ? ` ${word.toLowerCase()}` : ''}`
  await send(1)
  await untilListed(page, query, 1)
  await open(page, `/events?${new URLSearchParams({ q: query })}`)
  const rows = eventRows(page)
  await expect(rows).toHaveCount(1)
  return { rows, query, send, sendOthers }
}

/** The rows are these orders, in this order. */
async function expectOrders(page: Page, numbers: readonly number[]) {
  await expect
    .poll(() =>
      eventRows(page).evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')?.split('-').at(-1))),
    )
    .toEqual(numbers.map(String))
}

function newRows(page: Page) {
  return page.getByRole('button', { name: /^\d+ new events?/ })
}

function liveSign(page: Page, words: string) {
  return page.getByRole('status').filter({ hasText: words })
}

function isTail({ pathname, searchParams }: URL): boolean {
  return pathname === '/api/v1/events' && searchParams.has('after')
}

/** What is new was asked for twice more. */
async function nextAnswers(page: Page) {
  for (let answers = 0; answers < 2; answers += 1) {
    await page.waitForResponse((response) => isTail(new URL(response.url())))
  }
}

/** So many can be found: what a payload holds is searchable a moment after it was acknowledged. */
async function untilListed(page: Page, query: string, count: number) {
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/v1/events?${new URLSearchParams({ q: query })}`)
      const { items }: EventList = await answer.json()
      return items.length
    })
    .toBe(count)
}
