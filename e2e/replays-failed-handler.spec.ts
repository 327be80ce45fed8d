import type { APIResponse, Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { ADMIN } from './account'
import { eventRows } from './event-rows'
import { startReceiver } from './receiver'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test('finds a failed forward, sees what the destination answered, replays it, and sees that it succeeded', async ({
  page,
}) => {
  await using receiver = await startReceiver({ status: 500, body: '{"error":"the shelf is full"}' })
  await signIn(page)
  const sender = await createSender(page.request)
  const name = `Warehouse ${sender.source.name}`
  const secret = await addDestination(page, { name, url: receiver.url, sourceName: sender.source.name })
  const [type] = twoEventTypes(sender.provider)
  await sender.send(type, { order: 'SHELF-1' })

  await open(page, `/events?q=source:${sender.source.id}`)
  await expect(page.getByRole('img', { name: `forward to ${name}: retrying` })).toBeVisible()
  await eventRows(page).first().click()
  const attempts = page.getByRole('list', { name: `Attempts of forward to ${name}` })
  // It may be tried again by itself at any moment.
  await expect(attempts.getByText('The destination answered 500.').first()).toBeVisible()
  await expect(attempts.getByText('the shelf is full').first()).toBeVisible()
  await expect(page.getByText(/Next attempt in/i)).toBeVisible()

  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''))
  const before = receiver.received.length
  receiver.answer = { status: 200, body: '{"stored":true}' }
  await page.getByRole('button', { name: `Replay forward to ${name}` }).click()

  const replayed = attempts.getByRole('listitem').filter({ hasText: `Replay by ${ADMIN.email}` })
  await expect(replayed.getByText('Succeeded')).toBeVisible()
  await expect(replayed).toBeInViewport()
  await expect(page.getByText(`Forward to ${name} succeeded.`)).toBeVisible()
  await expect(page.locator('body[data-not-reloaded]')).toHaveCount(1)

  expect(receiver.received.length).toBeGreaterThan(before)
  const [first] = receiver.received
  const last = receiver.received.at(-1)
  const original = await originalBody(page)
  expect(first?.body.equals(original)).toBe(true)
  expect(last?.body.equals(original)).toBe(true)
  expect(last?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  const headers = Object.fromEntries(Object.entries(last?.headers ?? {}).map(([key, value]) => [key, String(value)]))
  expect(() => new Webhook(secret).verify(original.toString(), headers)).not.toThrow()
})

test('replays a whole event, whose runs are queued at once and say their results by themselves', async ({ page }) => {
  await using receiver = await startReceiver({ status: 500, body: '{"error":"the shelf is full"}' })
  await signIn(page)
  const sender = await createSender(page.request)
  const name = `Warehouse ${sender.source.name}`
  await addDestination(page, { name, url: receiver.url, sourceName: sender.source.name })
  const [type] = twoEventTypes(sender.provider)
  await sender.send(type)

  const answers = await holdAnswers(page, /\/api\/v1\/events\/[0-9a-f-]{36}$/)
  await open(page, `/events?q=source:${sender.source.id}`)
  await expect(page.getByRole('img', { name: `forward to ${name}: retrying` })).toBeVisible()
  await eventRows(page).first().click()
  const queued = page.getByText('Queued', { exact: true })
  await expect(page.getByRole('button', { name: `Replay forward to ${name}` })).toBeVisible()
  await expect(queued).toHaveCount(0)

  await page.getByRole('button', { name: 'Replay event' }).click()
  answers.hold()
  receiver.answer = { status: 200, body: '{"stored":true}' }
  const ordered = page.waitForResponse(/\/api\/v1\/events\/[^/]+\/replay$/)
  await page.getByRole('dialog').getByRole('button', { name: 'Replay', exact: true }).click()
  expect((await ordered).ok()).toBe(true)
  // What is told of the event right after the order may still be of before it.
  await answers.toldAgain()
  await expect(queued).toHaveCount(2)
  answers.letGo()
  await expect(page.getByText(`Forward to ${name} succeeded.`)).toBeVisible()
  await expect(queued).toHaveCount(0)
  expect(receiver.received.length).toBeGreaterThan(1)
})

/** Lets every answer of an address through until it is told to hold: from then on it tells the latest one again. */
async function holdAnswers(page: Page, url: RegExp) {
  let [isHeld, timesTold] = [false, 0]
  let latest: APIResponse | undefined
  await page.route(url, async (route) => {
    const answer = isHeld ? undefined : await route.fetch()
    // It may have been held while this one was fetched.
    if (!isHeld) latest = answer
    else timesTold += 1
    await route.fulfill({ response: latest })
  })
  return {
    hold: () => {
      isHeld = true
    },
    letGo: () => {
      isHeld = false
    },
    toldAgain: async () => {
      const before = timesTold
      await expect.poll(() => timesTold).toBeGreaterThan(before)
    },
  }
}

/** Through the page, as a person does; answers the secret that it shows. */
async function addDestination(page: Page, wanted: { name: string; url: string; sourceName: string }): Promise<string> {
  await open(page, '/destinations')
  await page.getByRole('link', { name: 'New destination' }).first().click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(wanted.name)
  await page.getByRole('textbox', { name: 'URL' }).fill(wanted.url)
  await page.getByRole('button', { name: wanted.sourceName }).click()
  await page.getByRole('button', { name: 'Create the destination' }).click()
  await expect(page.getByRole('heading', { name: `${wanted.name} is ready` })).toBeVisible()
  return (await page.getByText(/^whsec_/).textContent()) ?? ''
}

/** The bytes of the event in view, as they were received. */
async function originalBody(page: Page): Promise<Buffer> {
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const event = await (await page.request.get(`/api/v1/events/${id}`)).json()
  return (await page.request.get(`/api/v1/deliveries/${event.deliveries[0].id}/body`)).body()
}
