import { createDestination } from './destination'
import { startReceiver } from './receiver'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test('replays everything that failed alike, with a reason, and watches it finish', async ({ page }) => {
  await using receiver = await startReceiver({ status: 500, body: 'out of paper' })
  await signIn(page)
  const sender = await createSender(page.request)
  const name = `Printer ${sender.source.name}`
  await createDestination(page.request, { name, url: receiver.url, sender })
  const [type] = twoEventTypes(sender.provider)
  const orders = ['PAPER-1', 'PAPER-2']
  for (const order of orders) await sender.send(type, { order })
  await expect.poll(() => receiver.received.length).toBeGreaterThanOrEqual(orders.length)

  await open(page, '/events')
  await page.getByRole('link', { name: /^Failures/ }).click()
  const group = page.getByRole('listitem').filter({ hasText: name })
  await expect(group.getByText('The destination answered 500.')).toBeVisible()
  await expect(group).toContainText('2 retrying')

  await group.getByRole('button', { name: /^Replay all/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Replay' })
  await expect(dialog.getByText('2 runs', { exact: true }).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Next: how' }).click()
  await expect(dialog.getByRole('checkbox', { name: `forward to ${name}` })).toBeChecked()
  await expect(dialog.getByText('A reason is needed.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Next: confirm' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The paper was refilled')
  await dialog.getByRole('button', { name: 'Next: confirm' }).click()
  // Not before, for they are tried again by themselves at any moment.
  receiver.answer = { status: 200, body: 'printed' }
  await dialog.getByRole('button', { name: 'Replay 2 runs' }).click()

  await expect(page.getByRole('heading', { name: 'Replay of all that matched, 2 runs' })).toBeVisible()
  await expect(page.getByText('“The paper was refilled”')).toBeVisible()
  await expect(page.getByText('Finished', { exact: true })).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2')
  await expect(page.getByRole('list', { name: 'Outcomes' })).toContainText('2succeeded')

  await page.getByRole('link', { name: /^Failures/ }).click()
  await expect(page.getByRole('heading', { name: 'Failures' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toHaveCount(0)
})

test('selects events with the keyboard and replays them', async ({ page }) => {
  await using receiver = await startReceiver({ status: 200, body: 'ok' })
  await signIn(page)
  const sender = await createSender(page.request)
  const name = `Ledger ${sender.source.name}`
  await createDestination(page.request, { name, url: receiver.url, sender })
  const [type] = twoEventTypes(sender.provider)
  for (const order of ['PICK-1', 'PICK-2', 'PICK-3']) await sender.send(type, { order })
  await expect.poll(() => receiver.received.length).toBe(3)

  await open(page, `/events?q=source:${sender.source.id}`)
  await expect(page.getByRole('img', { name: `forward to ${name}: succeeded` })).toHaveCount(3)
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar.getByRole('status')).toHaveText('2 events selected')
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Replay' })
  await expect(dialog.getByText('2 events match.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Next: how' }).click()
  for (const other of await dialog.getByRole('checkbox', { name: /check/i, checked: true }).all()) await other.click()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The ledger lost a page')
  await dialog.getByRole('button', { name: 'Next: confirm' }).click()
  await dialog.getByRole('button', { name: 'Replay 2 runs' }).click()
  await expect(page.getByText('Finished', { exact: true })).toBeVisible()
  expect(receiver.received).toHaveLength(5)
})
