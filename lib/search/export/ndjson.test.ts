import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { ndjsonFault, ndjsonLine } from './ndjson'
import { exportRow } from './testing'

const encode = (text: string) => new TextEncoder().encode(text)

it('keeps the payload as it was sent: every digit, key and escape', () => {
  const sent = '{"n":12345678901234567890.10,"a":1,"a":2,"s":"caf\\u00e9"}'
  expect(ndjsonLine(exportRow({ body: encode(sent) }))).toContain(`"payload":${sent}}\n`)
})

it('is one line, however the payload was laid out', () => {
  const line = ndjsonLine(exportRow({ body: encode('{\r\n  "a": "one\\ntwo",\n  "b": 2\n}\n') }))
  expect(line.indexOf('\n')).toBe(line.length - 1)
  expect(JSON.parse(line).payload).toEqual({ a: 'one\ntwo', b: 2 })
})

it('has the bytes in base64 where they are not JSON', () => {
  const body = Uint8Array.from([0, 255, 10, 34])
  const row = JSON.parse(ndjsonLine(exportRow({ body })))
  expect(row.payload).toBeNull()
  expect(Buffer.from(row.body, 'base64')).toEqual(Buffer.from(body))
})

it('unpacks a body that was sent packed', () => {
  const headers: [string, string][] = [['Content-Encoding', 'gzip']]
  const row = JSON.parse(ndjsonLine(exportRow({ headers, body: gzipSync('{"a":1}') })))
  expect(row).toMatchObject({ payload: { a: 1 }, headers, identifiers: [{ scheme: 'order_number', value: '1001' }] })
  expect(row.body).toBeUndefined()
})

it('tells of a failure in a line that is no row', () => {
  expect(JSON.parse(ndjsonFault('internal', 'lost'))).toEqual({ error: { code: 'internal', message: 'lost' } })
})
