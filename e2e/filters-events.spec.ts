import type { Page } from '@playwright/test'
import { eventRows } from './event-rows'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search events' })
const facet = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

test('filters by typing and by clicking to the same address, which shows a colleague the same rows', async ({
  page,
  context,
}) => {
  await signIn(page)
  const sender = await createSender(page.request)
  const [type, other] = twoEventTypes(sender.provider)
  await sender.send(type, { order: 'FIND-7001' })
  await sender.send(type, { order: 'FIND-7002' })
  await sender.send(other)
  const start = `/events?q=source:${sender.source.id}`
  await open(page, start)
  const rows = eventRows(page)
  await expect(rows).toHaveCount(3)

  await page.keyboard.press('f')
  await page.keyboard.type(`type:${type} `)
  await expect(rows).toHaveCount(2)
  const typed = page.url()

  await open(page, start)
  await facet(page, 'Event type').getByRole('checkbox', { name: type }).click()
  await expect(rows).toHaveCount(2)
  await expect(page).toHaveURL(typed)

  await page.keyboard.press('/')
  await page.keyboard.type('order:#find-7002')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await expect(rows).toHaveAccessibleName(/FIND-7002/)

  const colleague = await context.newPage()
  await colleague.goto(page.url())
  await expect(eventRows(colleague)).toHaveCount(1)
  await colleague.getByRole('button', { name: 'Remove order:#find-7002' }).click()
  await expect(eventRows(colleague)).toHaveCount(2)
  await expect(colleague).toHaveURL(typed)
})

test('writes a query with the keyboard alone, with what is offered', async ({ page }) => {
  await signIn(page)
  await page.keyboard.press('f')
  await expect(field(page)).toBeFocused()
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible()
  await page.keyboard.type('stat')
  await page.keyboard.press('Tab')
  await expect(field(page)).toHaveValue('status:')
  await page.keyboard.type('f')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { selected: true })).toHaveText(/^failed/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/events\?q=status:failed$/)
  await expect(field(page)).toBeFocused()

  await page.keyboard.type('-type:message.* ')
  await expect(page).toHaveURL(/\?q=status:failed\+-type:message\.\*$/)
  await page.keyboard.press('Backspace')
  await expect(page).toHaveURL(/\?q=status:failed$/)
  await page.getByRole('button', { name: /^status: failed/ }).press('Enter')
  await expect(field(page)).toHaveValue('status:failed')
  await field(page).press('End')
  await page.keyboard.type(',retrying')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=status:failed,retrying$/)
  await page.keyboard.press('Escape')
  await expect(field(page)).not.toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/events$/)
})

test('is told what is not understood, never that there is nothing, and puts it right with a click', async ({
  page,
}) => {
  await signIn(page)
  await open(page, '/events?q=statsu:failed')
  await expect(page.getByRole('heading', { name: 'This search is not understood' })).toBeVisible()
  const fault = page.getByRole('alert').filter({ hasText: '“statsu” cannot be asked for' })
  await expect(fault).toBeVisible()
  await expect(field(page)).toHaveAccessibleDescription(/“statsu” cannot be asked for/)
  await fault.getByRole('button', { name: 'Use status:failed' }).click()
  await expect(page).toHaveURL(/\?q=status:failed$/)
  await expect(page.getByRole('heading', { name: 'This search is not understood' })).toBeHidden()
})

test('is told which terms leave nothing, and takes them away', async ({ page }) => {
  await signIn(page)
  const sender = await createSender(page.request)
  await sender.send(twoEventTypes(sender.provider)[0])
  // A link from before there was a query.
  await open(page, `/events?source=${sender.source.id}&order=NOBODY-HAS-THIS&from=24h`)
  await expect(page).toHaveURL(
    new RegExp(`\\?q=source:${sender.source.id}\\+order:NOBODY-HAS-THIS\\+received:%3E=24h$`),
  )
  await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
  const notice = page.getByRole('main')
  await expect(notice.getByRole('button', { name: 'Remove received in the last 24 hours' })).toBeVisible()
  await notice.getByRole('button', { name: 'Remove order: NOBODY-HAS-THIS' }).click()
  await expect(eventRows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(page).toHaveURL(/\/events$/)
})

test('finds by words, and after a pause sees what came under them meanwhile, once', async ({ page }) => {
  await signIn(page)
  const sender = await createSender(page.request)
  const [type] = twoEventTypes(sender.provider)
  await sender.send(type, { order: 'TAIL-1' })
  await open(page, `/events?q=source:${sender.source.id}+tail-`)
  const rows = eventRows(page)
  await expect(rows).toHaveCount(1)

  await page.getByRole('button', { name: 'Pause new events' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Paused' })).toBeVisible()
  await sender.send(type, { order: 'TAIL-2' })
  await sender.send(type, { order: 'OTHER-3' })
  await page.getByRole('button', { name: 'Go on with new events' }).click()
  await expect(page.getByRole('button', { name: '1 new event' })).toBeVisible()
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('n')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toHaveAccessibleName(/TAIL-2/)
})

test('goes through the list with the keyboard and comes back to the same row', async ({ page }) => {
  await signIn(page)
  const sender = await createSender(page.request)
  const [type] = twoEventTypes(sender.provider)
  for (const order of ['KEY-1', 'KEY-2', 'KEY-3']) await sender.send(type, { order })
  await open(page, `/events?q=source:${sender.source.id}`)
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
