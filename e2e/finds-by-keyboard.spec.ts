import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { ADMIN } from './account'
import { eventRows } from './event-rows'
import { createSender, orderNumberPath, providerOfOrders } from './sender'
import { open, untilInteractive } from './sign-in'
import { expect, test } from './test'

test('signs in, finds orders by a field of the payload, reads one, comes back and replays two, with the keyboard alone', async ({
  page,
}) => {
  const { keyboard } = page
  await forbidMouse(page)
  await open(page, '/sign-in')
  await tabTo(page, page.getByLabel('Email'))
  await keyboard.type(ADMIN.email)
  await tabTo(page, page.getByLabel('Password'))
  await keyboard.type(ADMIN.password)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Overview', exact: true })).toBeVisible()
  await untilInteractive(page)

  const [provider, [type]] = providerOfOrders()
  const sender = await createSender(page.request, provider)
  const word = `KEY${randomUUID().slice(0, 6).toUpperCase()}`
  const orders = [1, 2, 3].map((number) => `${word}-${number}`)
  for (const order of orders) expect(await sender.send(type, { order })).toBe(200)

  await keyboard.press('g')
  await keyboard.press('e')
  await expect(page.getByRole('heading', { name: 'Events', exact: true })).toBeVisible()
  await keyboard.press('f')
  await expect(page.getByRole('combobox', { name: 'Search events' })).toBeFocused()
  await keyboard.type(`${orderNumberPath(provider, type)}:${orders.join(',').toLowerCase()}`)
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/[?&]q=/)
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  const rows = eventRows(page)
  await expect(rows).toHaveCount(3)
  await keyboard.press('Escape')

  await keyboard.press('j')
  await keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await expect(rows.nth(1)).toHaveAccessibleName(new RegExp(`${word}-2$`))
  const list = page.url()
  await keyboard.press('Enter')
  await expect(page.getByRole('main')).toContainText(`${word}-2`)
  await tabTo(page, page.getByRole('tab', { name: 'Payload' }))
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Headers' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(page).toHaveURL(list)
  await expect(rows.nth(1)).toBeFocused()

  for (const key of ['x', 'j', 'x']) await keyboard.press(key)
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar.getByRole('status')).toHaveText('2 events selected')
  await activate(page, bar.getByRole('button', { name: 'Replay…' }))
  const dialog = page.getByRole('dialog', { name: 'Replay' })
  await activate(page, dialog.getByRole('button', { name: 'Next: how' }))
  await tabTo(page, dialog.getByRole('textbox', { name: 'Reason' }))
  await keyboard.type('Nobody touched the mouse')
  await keyboard.press('Enter')
  await activate(page, dialog.getByRole('button', { name: 'Replay 2 runs' }))
  await expect(page.getByText('“Nobody touched the mouse”')).toBeVisible()
  await expect(page.getByText('Finished', { exact: true })).toBeVisible()

  await keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeFocused()
  await keyboard.type('times in UTC')
  await expect(page.getByRole('option', { name: 'Show times in UTC' })).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Search or jump to' })).toBeHidden()
  await expect(page.getByRole('radio', { name: 'UTC' })).toBeChecked()
  expect(await mouseEvents(page)).toBe(0)
})

/** A step that is taken with the mouse by mistake shows. */
async function forbidMouse(page: Page) {
  await page.addInitScript(() => {
    document.addEventListener('pointerdown', () => {
      sessionStorage.setItem('pointers', String(Number(sessionStorage.getItem('pointers')) + 1))
    })
  })
}

function mouseEvents(page: Page): Promise<number> {
  return page.evaluate(() => Number(sessionStorage.getItem('pointers')))
}

/** Tab after Tab until the focus is there; a person gives up sooner or later. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

async function activate(page: Page, target: Locator) {
  await expect(target).toBeEnabled()
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
