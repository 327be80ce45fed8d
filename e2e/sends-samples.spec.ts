import { providers } from '@/lib/providers/registry'
import { eventRows } from './event-rows'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test('sends sample events and sees them arrive', async ({ page }) => {
  await signIn(page)
  await page.getByRole('button', { name: 'Send sample events' }).click()
  await expect(page.getByText(/sample events sent and acknowledged/)).toBeVisible()

  const bar = page.getByRole('button', { name: /\d new event/ })
  const rows = eventRows(page)
  await expect(bar.or(rows.first()).first()).toBeVisible()
  if (await bar.isVisible()) await bar.click()
  for (const { label } of providers)
    await expect(page.getByRole('row').filter({ hasText: label }).first()).toBeVisible()

  await rows.first().click()
  await expect(page.getByRole('tab', { name: 'Payload' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Our answer 200' })).toBeVisible()
})

test('sees a new event announced under the filters in use, and no row moves until it is asked for', async ({
  page,
}) => {
  await signIn(page)
  const sender = await createSender(page.request)
  const [type, other] = twoEventTypes(sender.provider)
  await sender.send(type, { order: 'LIVE-1' })
  await open(page, `/events?q=source:${sender.source.id}+type:${type}`)
  const rows = eventRows(page)
  await expect(rows).toHaveCount(1)

  await sender.send(other)
  await sender.send(type, { order: 'LIVE-2' })
  await expect(page.getByRole('button', { name: '1 new event' })).toBeVisible()
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('n')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toHaveAccessibleName(/LIVE-2/)
})
