import { expect, test } from '@playwright/test'
import { eventRows } from './event-rows'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'

test('filters by event type and by order number, and can share the link', async ({ page, context }) => {
  await signIn(page)
  const sender = await createSender(page.request)
  const [type, other] = twoEventTypes(sender.provider)
  await sender.send(type, { order: 'FIND-7001' })
  await sender.send(type, { order: 'FIND-7002' })
  await sender.send(other)
  await open(page, `/events?source=${sender.source.id}`)
  const rows = eventRows(page)
  await expect(rows).toHaveCount(3)

  await page.getByRole('button', { name: 'Event type' }).click()
  await page.getByRole('combobox', { name: 'Event type' }).fill('order.*')
  await page.getByRole('option', { name: 'order.*', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Event type' })).toBeHidden()
  await expect(rows).toHaveCount(2)

  await page.keyboard.press('f')
  await page.keyboard.type('#find-7002')
  await expect(rows).toHaveCount(1)
  await expect(rows).toHaveAccessibleName(/FIND-7002/)

  const colleague = await context.newPage()
  await colleague.goto(page.url())
  await expect(eventRows(colleague)).toHaveCount(1)
  await colleague.getByRole('button', { name: 'Remove the filter Event type' }).click()
  await expect(colleague).not.toHaveURL(/type=/)
})

test('is told which filters leave nothing, and clears them', async ({ page }) => {
  await signIn(page)
  const sender = await createSender(page.request)
  await open(page, `/events?source=${sender.source.id}&order=NOBODY-HAS-THIS&from=24h`)
  await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
  await expect(page.getByText('order NOBODY-HAS-THIS')).toBeVisible()
  await expect(page.getByText('last 24 hours', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(page).toHaveURL(/\/events$/)
})

test('goes through the list with the keyboard and comes back to the same row', async ({ page }) => {
  await signIn(page)
  const sender = await createSender(page.request)
  const [type] = twoEventTypes(sender.provider)
  for (const order of ['KEY-1', 'KEY-2', 'KEY-3']) await sender.send(type, { order })
  await open(page, `/events?source=${sender.source.id}`)
  const rows = eventRows(page)
  await expect(rows).toHaveCount(3)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Payload' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rows.nth(1)).toBeFocused()
  await expect(rows.nth(1)).toHaveAccessibleName(/KEY-2/)
})
