import { createDestination } from './destination'
import { eventRows } from './event-rows'
import { startReceiver } from './receiver'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test('runs an edited copy, which is marked and kept apart from what the provider sent', async ({ page }) => {
  await using receiver = await startReceiver({ status: 200, body: 'ok' })
  await signIn(page)
  const sender = await createSender(page.request)
  const name = `Mailroom ${sender.source.name}`
  await createDestination(page.request, { name, url: receiver.url, sender })
  const [type] = twoEventTypes(sender.provider)
  await sender.send(type, { order: 'COPY-1' })
  await expect.poll(() => receiver.received.length).toBe(1)

  await open(page, `/events?q=source:${sender.source.id}`)
  await eventRows(page).first().click()
  await page.getByRole('button', { name: 'Edit and replay' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit and replay' })
  await dialog.getByRole('textbox', { name: 'Body' }).fill('{"edited":')
  await expect(dialog.getByText(/Not JSON/)).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Body' }).fill('{"edited":true}')
  await expect(dialog.getByText('Valid JSON')).toBeVisible()
  await dialog.getByRole('checkbox', { name: `forward to ${name}` }).click()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The address was misspelt')
  await dialog.getByRole('button', { name: 'Run the copy through 1 handler' }).click()

  const copies = page.getByRole('region', { name: 'Edited copies' })
  await expect(copies.getByText('“The address was misspelt”')).toBeVisible()
  await expect(copies.getByText('Succeeded').first()).toBeVisible()
  expect(receiver.received.map(({ body }) => body.toString())[1]).toBe('{"edited":true}')
  const genuine = page.getByRole('region', { name: 'What happened' })
  await expect(genuine.getByRole('list', { name: `Attempts of forward to ${name}` }).getByRole('listitem')).toHaveCount(
    1,
  )
})
