import type { Page } from '@playwright/test'
import { eventRows } from './event-rows'
import { createSender, twoEventTypes } from './sender'
import { signIn, untilInteractive } from './sign-in'
import { expect, test } from './test'

const MOST_BYTES = 200 * 1024

test('needs at most 200 KB of scripts until the list of events can be used', async ({ page, context }) => {
  await signIn(page)
  const sender = await createSender(page.request)
  const [type] = twoEventTypes(sender.provider)
  await sender.send(type, { order: 'LIGHT-1' })

  const fresh = await context.newPage()
  await noteFirstRow(fresh)
  await fresh.goto(`/events?q=source:${sender.source.id}`)
  await expect(eventRows(fresh)).toHaveCount(1)
  await untilInteractive(fresh)
  const scripts = await scriptsUntilFirstRow(fresh)
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0)
  expect(bytes).toBeGreaterThan(MOST_BYTES / 4)
  expect(bytes, JSON.stringify(scripts, null, 2)).toBeLessThanOrEqual(MOST_BYTES)
})

test('says, asks and lists what is loaded later as soon as it is reached for', async ({ page }) => {
  await signIn(page)
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const opener = page.getByRole('button', { name: 'Keyboard shortcuts' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()

  await page.getByRole('button', { name: 'Send sample events' }).click()
  await expect(page.getByRole('region', { name: /Notifications/ }).getByText(/sample events sent/)).toBeVisible()
})

/** Rows are drawn by the browser only: the first one there means that the list can be used. */
async function noteFirstRow(page: Page) {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-row]')) return
      performance.mark('first-row')
      observer.disconnect()
    })
    observer.observe(document, { childList: true, subtree: true })
  })
}

/** As they were sent: what was asked for before the first row. */
function scriptsUntilFirstRow(page: Page): Promise<{ name: string; bytes: number }[]> {
  return page.evaluate(() => {
    const until = performance.getEntriesByName('first-row')[0]?.startTime ?? Number.POSITIVE_INFINITY
    return performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
      .filter(({ name, startTime }) => /\/_next\/static\/.*\.js/.test(name) && startTime <= until)
      .map(({ name, encodedBodySize }) => ({ name: new URL(name).pathname, bytes: encodedBodySize }))
  })
}
