import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { firstProvider, send, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test("sets and rotates a source's secret", async ({ page }) => {
  await signIn(page)
  const provider = firstProvider()
  const [eventType] = twoEventTypes(provider)
  const slug = `rotate-${randomUUID().slice(0, 8)}`
  const path = `/api/webhooks/${provider.id}/${slug}`
  const statusWith = (secret: string) => send(page.request, { provider, path, eventType, secret })

  await open(page, '/sources')
  await page.getByRole('button', { name: 'New source' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(`Shop ${slug}`)
  await page.getByRole('textbox', { name: 'Address' }).fill(slug)
  await page.getByRole('button', { name: 'Create the source' }).click()
  await expect(page.getByRole('heading', { name: `Shop ${slug}` })).toBeVisible()
  await expect(page.getByText('deliveries are kept, unchecked').first()).toBeVisible()
  expect(await statusWith('anything at all')).toBe(200)

  await addSecret(page, 'first-secret-0001', 'Set the secret')
  await expect(page.getByText('••••0001')).toBeVisible()
  await expect.poll(() => statusWith('a wrong secret')).toBe(401)
  expect(await statusWith('first-secret-0001')).toBe(200)

  await addSecret(page, 'second-secret-0002', 'Add the secret')
  await expect(page.getByText('••••0002')).toBeVisible()
  await expect.poll(() => statusWith('second-secret-0002')).toBe(200)
  expect(await statusWith('first-secret-0001')).toBe(200)

  await page.getByRole('listitem').filter({ hasText: '••••0001' }).getByRole('button', { name: 'Retire' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Retire the secret' }).click()
  await expect(page.getByText('••••0001')).toBeHidden()
  await expect.poll(() => statusWith('first-secret-0001')).toBe(401)
  expect(await statusWith('second-secret-0002')).toBe(200)
})

async function addSecret(page: Page, value: string, button: string) {
  const section = page.getByRole('region', { name: 'Secrets' })
  await section.getByRole('textbox').fill(value)
  await section.getByRole('button', { name: button }).click()
}
