import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { providers } from '@/lib/providers/registry'
import { eventRows } from './event-rows'
import { createSender, twoEventTypes } from './sender'
import { open, signIn } from './sign-in'
import { expect, test } from './test'

const WRONG_SECRET = 'a-secret-that-nobody-set'

test('exports exactly what the list shows, as NDJSON and as CSV, without a secret', async ({ page, context }) => {
  await signIn(page)
  const secrets = [WRONG_SECRET]
  const sources: string[] = []
  let left = ''
  for (const provider of providers) {
    const sender = await createSender(page.request, provider)
    const type = Object.keys(provider.eventTypes).find((each) => each.startsWith('order.'))
    if (!type) throw new Error(`${provider.label} does not tell of orders`)
    secrets.push(sender.secret.value)
    sources.push(sender.source.id)
    expect(await sender.send(type)).toBe(200)
    expect(await sender.send(type, { secret: WRONG_SECRET })).toBe(401)
    if (provider !== providers[0]) continue
    const [order, other] = twoEventTypes(provider)
    left = other
    expect(await sender.send(order, { order: 'A "quoted", number' })).toBe(200)
    expect(await sender.send(other)).toBe(200)
  }
  // Whoever sends from a browser that is signed in sends its session too.
  secrets.push(...(await context.cookies()).map(({ value }) => value).filter((value) => value.length > 20))
  await open(page, `/events?${new URLSearchParams({ q: `source:${sources.join(',')} -type:${left}` })}`)
  const rows = eventRows(page)
  await expect(rows).toHaveCount(2 * providers.length + 1)
  const ids = await rows.evaluateAll((links) => links.map((link) => link.getAttribute('data-row')))

  const lines = (await download(page, 'NDJSON', '.ndjson')).trimEnd().split('\n')
  const exported = lines.map((line): { id: string; type: string; payload: unknown } => JSON.parse(line))
  expect(exported.map(({ id }) => id)).toEqual(ids)
  expect(exported.map(({ payload }) => typeof payload)).toEqual(ids.map(() => 'object'))
  expect(exported.map(({ type }) => type)).not.toContain(left)

  const csv = await download(page, 'CSV', '.csv')
  const [head = [], ...records] = readCsv(csv)
  expect(records.map((record) => record[head.indexOf('id')])).toEqual(ids)
  expect(records.every((record) => record.length === head.length)).toBe(true)

  for (const secret of secrets) for (const file of [lines.join('\n'), csv]) expect(file.includes(secret)).toBe(false)
})

test('exports what an open list of nothing shows: nothing but the head', async ({ page }) => {
  await signIn(page)
  await open(page, '/events?q=order:NOBODY-HAS-THIS')
  await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
  expect(await download(page, 'NDJSON', '.ndjson')).toBe('')
  expect(readCsv(await download(page, 'CSV', '.csv'))).toHaveLength(1)
})

/** Exports through the menu, as a person does; answers what is in the file. */
async function download(page: Page, format: string, end: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog', { name: 'Export' }).getByRole('link', { name: format }).click(),
  ])
  expect(await file.failure()).toBeNull()
  expect(file.suggestedFilename().endsWith(end)).toBe(true)
  return readFile(await file.path(), 'utf8')
}

/** The records of a CSV file (RFC 4180), the head first. */
function readCsv(text: string): string[][] {
  const records: string[][] = []
  let cells: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy)) {
    if (end === '' && cells.length === 0 && !quoted && !plain) break
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    records.push(cells)
    cells = []
  }
  return records
}
