import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { eventRows } from './event-rows'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test.describe.configure({ timeout: 90_000 })

test('keeps a search for oneself and one for everybody, finds them in the sidebar, and removes them', async ({
  page,
  browser,
}) => {
  await signIn(page)
  const colleague = await createColleague(page)
  const sender = await createSender(page.request)
  const [type, other] = twoEventTypes(sender.provider)
  for (const order of ['VIEW-1', 'VIEW-2']) await sender.send(type, { order })
  await sender.send(other)
  const [own, shared] = [`Own ${sender.source.name}`, `Shared ${sender.source.name}`]

  await openList(page, `source:${sender.source.id} type:${type}`, 2)
  const ownIds = await rowIds(page)
  await saveView(page, own, 'Only me')
  await expect(page.getByRole('button', { name: `View: ${own}` })).toBeVisible()

  await page.getByRole('button', { name: `Remove type:${type}` }).click()
  await expect(eventRows(page)).toHaveCount(3)
  await chooseColumn(page, 'Id')
  const sharedIds = await rowIds(page)
  await saveView(page, shared, 'Everybody')
  const sharedUrl = page.url()

  await open(page, '/overview')
  await pinned(page, own).click()
  await expect(page).toHaveURL(/\/events\?q=/)
  await expect.poll(() => rowIds(page)).toEqual(ownIds)
  await expect(pinned(page, own)).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('columnheader', { name: 'Id', exact: true })).toHaveCount(0)
  const ownUrl = page.url()
  await page.getByRole('button', { name: `Remove type:${type}` }).click()
  await expect(eventRows(page)).toHaveCount(3)
  await openViews(page)
  await page.getByRole('button', { name: `Update “${own}” with this search` }).click()
  await expect(page.getByRole('button', { name: `View: ${own}` })).toBeVisible()
  await expect(page).not.toHaveURL(ownUrl)
  await pinned(page, shared).click()
  await expect(page).toHaveURL(sharedUrl)
  await expect.poll(() => rowIds(page)).toEqual(sharedIds)

  const context = await browser.newContext()
  const theirs = await context.newPage()
  await signIn(theirs, colleague)
  await expect(pinned(theirs, shared)).toBeVisible()
  await expect(pinned(theirs, own)).toHaveCount(0)
  await pinned(theirs, shared).click()
  await expect(theirs).toHaveURL(sharedUrl)
  await expect.poll(() => rowIds(theirs)).toEqual(sharedIds)
  await expect(theirs.getByRole('columnheader', { name: 'Id', exact: true })).toBeVisible()
  await theirs.getByRole('button', { name: `View: ${shared}` }).click()
  const menu = theirs.getByRole('dialog', { name: 'Saved views' })
  await expect(menu.getByRole('region', { name: 'Shared' }).getByRole('link', { name: shared })).toBeVisible()
  await expect(menu.getByText(own)).toHaveCount(0)
  await expect(menu.getByRole('button', { name: `Edit ${shared}` })).toHaveCount(0)

  await removeView(page, shared)
  await expect(pinned(page, shared)).toHaveCount(0)
  await expect(page).toHaveURL(sharedUrl)
  await expect(eventRows(page)).toHaveCount(3)
  await removeView(page, own)
  await expect(pinned(page, own)).toHaveCount(0)
  await open(theirs, '/events')
  await expect(theirs.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expect(pinned(theirs, shared)).toHaveCount(0)
  await context.close()
})

async function createColleague(page: Page): Promise<{ email: string; password: string }> {
  const colleague = { email: `${randomUUID()}@example.com`, password: `password-${randomUUID()}` }
  const answer = await page.request.post('/api/v1/users', { data: { ...colleague, name: 'Dewi', role: 'viewer' } })
  expect(answer.status()).toBe(201)
  return colleague
}

async function openList(page: Page, query: string, rows: number) {
  await open(page, `/events?${new URLSearchParams({ q: query })}`)
  await expect(eventRows(page)).toHaveCount(rows)
}

async function saveView(page: Page, name: string, forWhom: string) {
  await openViews(page)
  await page.getByRole('button', { name: 'Save this as a view…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save this view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('radio', { name: forWhom }).click()
  await expect(dialog.getByRole('switch', { name: 'Pin in the sidebar' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(dialog).toBeHidden()
  await expect(pinned(page, name)).toBeVisible()
}

async function removeView(page: Page, name: string) {
  await openViews(page)
  await page.getByRole('button', { name: `Edit ${name}` }).click()
  await page.getByRole('dialog', { name: 'Edit view' }).getByRole('button', { name: 'Remove' }).click()
  const question = page.getByRole('alertdialog', { name: `Remove “${name}”?` })
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText(`Removed “${name}”.`)).toBeVisible()
}

/** The button says which view is shown. */
async function openViews(page: Page) {
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Views|View: .*|.*, changed)$/ })
    .click()
  await expect(page.getByRole('dialog', { name: 'Saved views' })).toBeVisible()
}

async function chooseColumn(page: Page, name: string) {
  await page.getByRole('button', { name: 'Columns of the list' }).click()
  await page.getByRole('checkbox', { name: `Show ${name}` }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name, exact: true })).toBeVisible()
}

function pinned(page: Page, name: string) {
  return page.getByRole('navigation', { name: 'Pinned views' }).getByRole('link', { name })
}

function rowIds(page: Page): Promise<(string | null)[]> {
  return eventRows(page).evaluateAll((links) => links.map((link) => link.getAttribute('data-row')))
}
