import type { Page } from '@playwright/test'
import { providers } from '@/lib/providers/registry'
import type { Lookup } from '@/lib/timeline/schemas'
import { createDestination } from './destination'
import { type OrderStory, orderStory } from './order-story'
import { startReceiver } from './receiver'
import { createSender, type Sender } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test('pastes an AWB, lands on the order, sees why it is stuck, and replays the failed step', async ({ page }) => {
  await using receiver = await startReceiver({ status: 200, body: 'ok' })
  await signIn(page)
  const senders = await everySender(page)
  const story = orderStory(120)
  // Whoever ships has the AWB, and its events are forwarded.
  const shipper = senders.find(({ provider }) => provider.announce(story.awb(30)).length > 0)
  if (!shipper) throw new Error('No provider tells of AWBs')
  const name = `Depot ${shipper.source.name}`
  await createDestination(page.request, { name, url: receiver.url, sender: shipper })

  await tellAll(senders, [story.step('placed', 120), story.step('paid', 119), story.step('in_process', 60)])
  await tellAll(senders, [story.step('packed', 50), story.awb(49)])
  const forwarded = told(shipper, story)
  await expect.poll(() => receiver.received.length).toBe(forwarded)
  receiver.answer = { status: 500, body: 'the scanner is down' }
  await tellAll(senders, [story.step('ready_for_pickup', 48)])
  await expect.poll(() => receiver.received.length).toBeGreaterThan(forwarded)
  await untilKnown(page, story.parcel.awb)

  await paste(page, story.parcel.awb)
  await expect(page).toHaveURL(/\/(orders|shipments)\//)
  if (page.url().includes('/shipments/')) {
    await page.getByRole('region', { name: 'Related' }).getByRole('link', { name: story.order.number }).click()
  }
  await expect(page).toHaveURL(/\/orders\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(story.order.number)

  const stuck = page.getByRole('region', { name: 'Findings' }).getByRole('listitem').filter({ hasText: 'Stuck' })
  await expect(stuck.first()).toBeVisible()
  const picture = page.getByRole('figure', { name: 'Picture of the timeline' })
  const broken = picture.getByRole('button', { name: new RegExp(`forward to ${name}: retrying`) })
  await expect(broken).toBeVisible()
  await expect(broken).toHaveAccessibleName(/Stuck/)
  await broken.click()
  const selected = page.locator('li[data-event]').filter({ hasText: name }).filter({ hasText: 'retrying' })
  await expect(selected).toBeInViewport()

  // It may have been tried again by itself meanwhile.
  const before = receiver.received.length
  receiver.answer = { status: 200, body: 'scanned' }
  await selected.getByRole('button', { name: new RegExp(`^Replay forward to ${name}`) }).click()
  await expect(page.getByText(`Forward to ${name} succeeded.`)).toBeVisible()
  await expect(picture.getByRole('button', { name: /: retrying/ })).toHaveCount(0)
  expect(receiver.received.length).toBeGreaterThan(before)
})

test('finds the same order by whatever name a provider gave it, and its customer by phone', async ({ page }) => {
  await signIn(page)
  const senders = await everySender(page)
  const story = orderStory(3)
  await tellAll(senders, [story.step('placed', 3), story.step('paid', 2)])
  await untilKnown(page, story.order.number)

  await paste(page, `#${story.order.number.toLowerCase()}`)
  await expect(page).toHaveURL(/\/orders\//)
  const order = page.url()
  const identifiers = page.getByRole('region', { name: 'Identifiers' })
  await expect(identifiers.getByText(story.order.number, { exact: true })).toBeVisible()
  for (const { provider } of senders) {
    await expect(identifiers.getByText(`An id of ${provider.label}.`).first()).toBeVisible()
  }
  const [id] = await identifiers.locator('li', { hasText: 'Order id' }).locator('.font-mono').allTextContents()
  await open(page, '/failures')
  await paste(page, id ?? '')
  await expect(page).toHaveURL(order)

  await paste(page, story.order.customer.phone.replace('+62', '0'))
  await expect(page).toHaveURL(/\/customers\//)
  await expect(page.getByText(story.order.customer.email).first()).toBeVisible()
})

test('is told what can be pasted where nothing is found, and searches the events instead', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page)
  await page.getByRole('button', { name: 'Search or jump to' }).click()
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('NOBODY-HAS-THIS')
  await expect(page.getByText(/Paste a whole order number, AWB/)).toBeVisible()
  await page.getByRole('link', { name: 'Search the events by this order number' }).click()
  await expect(page).toHaveURL(/\/events\?q=.*NOBODY-HAS-THIS/)
})

async function everySender(page: Page): Promise<Sender[]> {
  const senders: Sender[] = []
  for (const provider of providers) senders.push(await createSender(page.request, provider))
  return senders
}

async function tellAll(senders: readonly Sender[], happenings: readonly Parameters<Sender['tell']>[0][]) {
  for (const happening of happenings) for (const sender of senders) await sender.tell(happening)
}

/** How many events the provider makes of all but the last step. */
function told({ provider }: Sender, story: OrderStory): number {
  const happenings = [
    ...(['placed', 'paid', 'in_process', 'packed'] as const).map((step) => story.step(step, 1)),
    story.awb(1),
  ]
  return happenings.flatMap((happening) => provider.announce(happening)).length
}

/** The worker puts events on their timelines a moment after they were acknowledged. */
async function untilKnown(page: Page, text: string) {
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/v1/lookup?${new URLSearchParams({ q: text })}`)
      const { items }: Lookup = await answer.json()
      return items.some(({ kind }) => kind !== 'event')
    })
    .toBe(true)
}

/** ⌘K, the text at once, and Enter without waiting for what comes up. */
async function paste(page: Page, text: string) {
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: 'Search or jump to' })).toBeVisible()
  await page.keyboard.insertText(text)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Search or jump to' })).toBeHidden()
}
