import { providers } from '@/lib/providers/registry'
import { createSender, firstProvider, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

const limited = providers.find(({ limits }) => limits.suspendsAfterFailures !== undefined) ?? firstProvider()

test('sees on the overview that a provider runs out of patience, and opens the proof', async ({ page }) => {
  await signIn(page)
  const sender = await createSender(page.request, limited)
  const [type] = twoEventTypes(limited)
  for (let made = 0; made < 3; made += 1) {
    expect(await sender.send(type, { secret: 'some other secret' })).toBe(401)
  }

  await open(page, '/overview')
  const limit = limited.limits.suspendsAfterFailures
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: sender.source.name }) })
  await expect(card.getByText(`3 of ${limit} refused in a row`)).toBeVisible()
  await expect(card.getByRole('meter', { name: 'Refused in a row' })).toHaveAttribute('value', '3')
  await expect(card.getByText('to come again')).toBeVisible()

  const attention = page.getByRole('region', { name: 'What needs attention' })
  await attention.getByRole('link', { name: `${sender.source.name}: 3 deliveries refused in a row` }).click()
  await expect(page.getByRole('region', { name: 'Why' })).toBeVisible()
  await page.goBack()
  await card.getByRole('link', { name: `3 of ${limit} refused in a row` }).click()
  await expect(page.getByRole('table', { name: 'Events' }).getByRole('link')).toHaveCount(3)
})

test('goes through the chart by keyboard and reads it as a table', async ({ page }) => {
  await signIn(page)
  const sender = await createSender(page.request)
  const [type] = twoEventTypes(sender.provider)
  expect(await sender.send(type)).toBe(200)

  await open(page, '/overview')
  const bars = page.getByRole('list', { name: /^Deliveries over time/ }).getByRole('link')
  await expect(bars).toHaveCount(24)
  await expect(bars.last()).toHaveAccessibleName(/\d+ deliver(y|ies): \d+ verified/)
  await bars.last().focus()
  await page.keyboard.press('ArrowLeft')
  await expect(bars.nth(22)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/events\?q=received:%3E=.*received:%3C/)
  await expect(page.getByRole('table', { name: 'Events' })).toBeVisible()

  await open(page, '/overview')
  await page.getByRole('radio', { name: '7 days' }).click()
  await expect(page).toHaveURL(/window=7d/)
  await expect(bars).toHaveCount(28)
  await page.getByText('As a table').click()
  const table = page.getByRole('table', { name: 'Deliveries over time by outcome' })
  await expect(table.getByRole('row')).toHaveCount(29)
  await table.getByRole('row').nth(1).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/events\?q=verdict:verified,authenticated\+received:%3E=.*received:%3C/)
})
