import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { Prisma } from '@/lib/db/client'
import { parseQuery } from '../language/parse'
import { type ContentConditions, contentConditions, contentInAny } from './content-condition'

const { client } = useTestDatabase()

beforeAll(async () => {
  await client().$executeRaw`
    INSERT INTO search_entry (id, text, doc)
    SELECT gen_random_uuid(), 'ord-2026-' || n || ' 50% sambal', jsonb_build_object('order', 'ord-2026-' || n)
    FROM generate_series(1, 5000) n`
  await client().$executeRaw`VACUUM ANALYZE search_entry`
})

function conditions(q: string): ContentConditions {
  const found = contentConditions(parseQuery(q).terms.map(({ term }) => term))
  if (!found) throw new Error(`${q} asks for no content`)
  return found
}

async function planOf(where: Prisma.Sql): Promise<string> {
  const sql = Prisma.sql`SELECT t.id FROM search_entry t WHERE ${where}`
  const rows = await client().$queryRaw<Record<string, string>[]>`EXPLAIN ${sql}`
  return rows.flatMap((row) => Object.values(row)).join('\n')
}

it.each([
  ['"sam 4711"', 'search_entry_text_idx'],
  ['"ord-2026-4711"', 'search_entry_text_idx'],
  ['"20242 -50%"', 'search_entry_text_idx'],
  ['order:x "ord-2026-4711" -"sambal"', 'search_entry_text_idx'],
  ['order:ORD-2026-4711 data.order:"ORD-2026-4711"', 'search_entry_doc_idx'],
])('finds %s by an index, where all are wanted', async (q, index) => {
  expect(await planOf(contentInAny(conditions(q)))).toContain(`Bitmap Index Scan on ${index}`)
})

it.each(['-"ord-2026-4711"', 'data.order:*', '"+.-"'])('knows that no index finds %s', (q) => {
  expect(conditions(q).byIndex).toBeNull()
})

it.each([
  ['"ord-2026-4711"', 1],
  ['"2026-471"', 11],
  ['"50%"', 5000],
  ['"5_%"', 0],
  ['-"ord-2026-4711"', 4999],
])('finds as many for %s row by row as by an index', async (q, count) => {
  const { condition, byIndex } = conditions(q)
  for (const where of [condition, byIndex ?? condition]) {
    const [row] = await client().$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM search_entry c WHERE ${where}`
    expect(row?.n).toBe(count)
  }
})
