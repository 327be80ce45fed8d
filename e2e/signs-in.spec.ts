import { ADMIN } from './account'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test('signs in, finds the events, and signs out', async ({ page }) => {
  await signIn(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await open(page, '/events')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('follows a link from a colleague, signs in, and stands where the link leads', async ({ page }) => {
  await open(page, '/events?type=order.*&order=1001')
  await page.getByLabel('Email').fill(ADMIN.email)
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/events\?q=type:order\.\*\+order:1001$/)
})

test('is told that a password is wrong, without losing the email', async ({ page }) => {
  await open(page, '/sign-in')
  await page.getByLabel('Email').fill(ADMIN.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'do not fit together' })).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveValue(ADMIN.email)
})

test('signs in on a narrow screen and finds the sources in the menu', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page)
  await page.getByRole('button', { name: 'Open the menu' }).click()
  await page.getByRole('link', { name: 'Sources' }).click()
  await expect(page.getByRole('heading', { name: 'Sources', exact: true })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})
