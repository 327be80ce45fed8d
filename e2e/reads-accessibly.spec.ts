import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { createDestination } from './destination'
import { eventRows } from './event-rows'
import { orderStory } from './order-story'
import { startReceiver } from './receiver'
import { createSender, type Sender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const NARROW = { width: 360, height: 740 }

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('every page can be read by whoever cannot see it', async ({ page }) => {
      test.setTimeout(180_000)
      await using receiver = await startReceiver({ status: 500, body: 'full' })
      const sender = await seed(page, receiver.url)
      for (const path of [
        '/overview',
        '/failures',
        '/handlers',
        '/destinations',
        '/replays',
        '/sources',
        '/settings',
      ]) {
        await open(page, path)
        await settled(page)
        await expectAccessible(page, path)
      }
      await open(page, `/sources/${sender.source.id}`)
      await settled(page)
      await expectAccessible(page, 'a source')
      await openOrder(page)
      await expectAccessible(page, 'an order')
    })

    test('the list can, with its facets, a fault and the palette open', async ({ page }) => {
      test.setTimeout(180_000)
      await using receiver = await startReceiver({ status: 500, body: 'full' })
      const sender = await seed(page, receiver.url)
      const [type] = twoEventTypes(sender.provider)

      await page.setViewportSize({ width: 1440, height: 900 })
      await open(page, `/events?q=source:${sender.source.id}+-type:${type}`)
      await expect(eventRows(page).first()).toBeVisible()
      await settled(page)
      await expectAccessible(page, 'the list')
      await page.getByRole('slider', { name: 'Window of time' }).focus()
      await page.keyboard.press('Shift+ArrowLeft')
      await expectAccessible(page, 'the list while a window of time is chosen')
      await page.keyboard.press('Escape')

      await open(page, '/events?q=colour:red')
      await settled(page)
      await expectAccessible(page, 'the list with a fault')

      await page.keyboard.press('ControlOrMeta+k')
      await expect(page.getByRole('dialog', { name: 'Search or jump to' })).toBeVisible()
      await expectAccessible(page, 'the palette')
    })

    test('the list and an event can, where the screen is narrow', async ({ page }) => {
      test.setTimeout(180_000)
      await using receiver = await startReceiver({ status: 500, body: 'full' })
      const sender = await seed(page, receiver.url)

      await page.setViewportSize(NARROW)
      await open(page, `/events?q=source:${sender.source.id}`)
      await settled(page)
      await expectAccessible(page, 'the narrow list')
      await page.getByRole('button', { name: 'Filters' }).click()
      await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible()
      await settled(page)
      await expectAccessible(page, 'the facets in their sheet')
      await page.keyboard.press('Escape')

      await eventRows(page).and(page.locator('[href^="/events/"]')).first().click()
      await expect(page.getByRole('tab', { name: 'Payload' })).toBeVisible()
      await settled(page)
      await expectAccessible(page, 'the narrow event')
      await page.setViewportSize({ width: 1280, height: 900 })
      await expectAccessible(page, 'an event')
    })
  })
}

/** An order with a story, whose forward fails, and a delivery that is rejected. */
async function seed(page: Page, receiverUrl: string): Promise<Sender> {
  await signIn(page)
  const sender = await createSender(page.request)
  await createDestination(page.request, { name: `Depot ${sender.source.name}`, url: receiverUrl, sender })
  const story = orderStory(48)
  for (const happening of [story.step('placed', 48), story.step('paid', 47)]) await sender.tell(happening)
  const [type, other] = twoEventTypes(sender.provider)
  expect(await sender.send(other)).toBe(200)
  expect(await sender.send(type, { secret: 'some other secret' })).toBe(401)
  return sender
}

async function openOrder(page: Page) {
  const row = page.getByRole('main').locator('a[href^="/orders/"]').first()
  await expect(async () => {
    await open(page, '/orders')
    await expect(row).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await row.click()
  await expect(page).toHaveURL(/\/orders\//)
  await expect(page.getByRole('region', { name: 'Identifiers' })).toBeVisible()
  await settled(page)
}

/** Nothing is loading any more, and nothing fades in. */
async function settled(page: Page) {
  await expect(page.locator('[aria-busy="true"], .animate-shimmer')).toHaveCount(0)
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
}

async function expectAccessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  expect.soft(found, what).toEqual([])
  await expectPageStands(page, what)
}

/** Only parts of the page scroll, so that the rest of it stays in view. */
async function expectPageStands(page: Page, what: string) {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return { x: Math.max(0, scrollWidth - window.innerWidth), y: Math.max(0, scrollHeight - window.innerHeight) }
  })
  expect.soft(beyond, what).toEqual({ x: 0, y: 0 })
}
