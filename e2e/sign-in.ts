import { expect, type Page } from '@playwright/test'
import { ADMIN } from './account'

/** Signs in through the page, as a person does, and goes on to the events. */
export async function signIn(page: Page, account: { email: string; password: string } = ADMIN) {
  await open(page, '/sign-in')
  await page.getByLabel('Email').fill(account.email)
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/overview')
  await open(page, '/events')
  await expect(page.getByRole('heading', { name: 'Events', exact: true })).toBeVisible()
}

/** Opens a page and waits until its buttons do something. */
export async function open(page: Page, path: string) {
  await page.goto(path)
  await untilInteractive(page)
}

/** React leaves a mark on every element that it has taken over from the server's render. */
export function untilInteractive(page: Page) {
  return page.waitForFunction(() =>
    [...document.querySelectorAll('button')].every((button) =>
      Object.keys(button).some((key) => key.startsWith('__react')),
    ),
  )
}
