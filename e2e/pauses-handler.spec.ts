import { createDestination } from './destination'
import { eventRows } from './event-rows'
import { startReceiver } from './receiver'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

test('pauses a destination, sees its runs wait and why, and lets them go on', async ({ page }) => {
  await using receiver = await startReceiver({ status: 200, body: 'ok' })
  await signIn(page)
  const sender = await createSender(page.request)
  const name = `Bookshelf ${sender.source.name}`
  await createDestination(page.request, { name, url: receiver.url, sender })
  const [type] = twoEventTypes(sender.provider)

  await open(page, '/handlers')
  await page.getByRole('button', { name: `Pause forward to ${name}` }).click()
  const resume = page.getByRole('button', { name: `Resume forward to ${name}` })
  await expect(resume).toBeVisible()
  await sender.send(type, { order: 'WAIT-1' })

  await open(page, `/events?q=source:${sender.source.id}`)
  await expect(page.getByRole('img', { name: `forward to ${name}: queued (the handler is paused)` })).toBeVisible()
  await eventRows(page).first().click()
  await expect(page.getByText('Waits: the handler is paused.')).toBeVisible()
  expect(receiver.received).toHaveLength(0)

  await page.getByRole('link', { name: 'See the handlers' }).click()
  await resume.click()
  await expect.poll(() => receiver.received.length).toBe(1)
})
