import { eventRows } from './event-rows'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test('opens a rejected delivery and reads why', async ({ page }) => {
  await signIn(page)
  const sender = await createSender(page.request)
  const [type] = twoEventTypes(sender.provider)
  expect(await sender.send(type, { secret: 'some other secret', order: 'REJ-1' })).toBe(401)

  await open(page, `/events?q=source:${sender.source.id}`)
  const row = page.getByRole('row').filter({ hasText: type })
  await expect(row.getByText('Rejected')).toBeVisible()
  await row.getByRole('link').click()

  const why = page.getByRole('region', { name: 'Why' })
  await expect(why.getByRole('heading', { name: 'Expected' })).toBeVisible()
  await expect(why.getByRole('heading', { name: 'What came' })).toBeVisible()
  await expect(why.getByRole('list').first().getByRole('listitem').first()).toContainText(sender.provider.label)
  await expect(page.getByRole('heading', { name: 'Our answer 401' })).toBeVisible()
  await expect(page.getByText('REJ-1').first()).toBeVisible()

  await why.getByRole('link', { name: 'Open the source' }).click()
  await expect(page.getByRole('heading', { name: sender.source.name })).toBeVisible()
})

test('finds rejected deliveries alone in their own list', async ({ page }) => {
  await signIn(page)
  const sender = await createSender(page.request)
  const [type, other] = twoEventTypes(sender.provider)
  await sender.send(other)
  await sender.send(type, { headers: 'none' })
  await open(page, `/events?q=source:${sender.source.id}`)
  const rows = eventRows(page)
  await expect(rows).toHaveCount(2)
  await page.getByRole('group', { name: 'Verdict', exact: true }).getByRole('checkbox', { name: 'Rejected' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toHaveAccessibleName(/Rejected delivery/)
})
