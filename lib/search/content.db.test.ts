import fc from 'fast-check'
import { expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { contentOf } from './content'

const database = useTestDatabase()

const awkwardNumbers = [
  '1e400000',
  '-1e-400000',
  '1e1000',
  '1e-1000',
  '1e1001',
  '0e99999',
  `${'9'.repeat(1000)}`,
  `${'9'.repeat(200_000)}`,
  `0.${'1'.repeat(998)}`,
  `0.${'1'.repeat(20_000)}`,
  `${'1'.repeat(900)}e1000`,
  '-0',
  '1E+05',
]

it('PostgreSQL takes every document and every text', async () => {
  const bodies = [
    ...awkwardNumbers.map((number) => `{"n": ${number}}`),
    ...fc.sample(fc.json({ stringUnit: 'binary' }), { numRuns: 300, seed: 5 }),
    `${'['.repeat(200)}"\\u0000\\ud800"${']'.repeat(200)}`,
    '{"a":1,"A":2,"__proto__":3}',
  ]
  const contents = bodies.map((body) => contentOf(new TextEncoder().encode(body), ['a\0\ud800']))
  const docs = contents.map(({ doc }) => doc)
  expect(docs).not.toContain(null)
  const texts = contents.map(({ text }) => text)
  const rows = await database.client().$queryRaw<{ doc: string; text: string }[]>`
    SELECT t.doc::jsonb::text AS doc, t.text FROM unnest(${docs}::text[], ${texts}::text[]) AS t(doc, text)`
  expect(rows.map(({ text }) => text)).toEqual(texts)
  expect(rows.map(({ doc }) => read(doc))).toEqual(docs.map((doc) => read(doc ?? 'missing')))
})

/** PostgreSQL knows no -0. */
function read(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => (value === 0 ? 0 : value))
}
