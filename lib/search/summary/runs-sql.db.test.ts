import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import type { Prisma } from '@/lib/db/client'
import { parseQuery } from '../language/parse'
import { conditionsOf } from '../sql/conditions'
import type { Base } from './bases'
import { countSql } from './count-sql'
import type { Counted, Reach } from './items-sql'
import { foundRunsSql, isOfRuns, isOfTypes } from './runs-sql'
import type { Rate } from './sample'
import { FACETS } from './schemas'

const { client } = useTestDatabase()

beforeAll(async () => {
  await client().$executeRaw`
    INSERT INTO event (id, source_id, provider, type, dedupe_key, first_delivery_id, verdict, received_at, last_received_at)
    SELECT md5(n::text)::uuid, '019e0000-0000-7000-8000-000000000000', 'test', 'type.' || n % 20, n::text, md5(n::text)::uuid, 'verified', now(), now()
    FROM generate_series(1, 5000) n`
  await client().$executeRaw`
    INSERT INTO run (id, event_id, event_type, target, handler, status, occurred_at)
    SELECT md5(e.id || t.target)::uuid, e.id, e.type, t.target, t.target, CASE WHEN e.dedupe_key < '11' THEN 'failed' ELSE 'succeeded' END, now()
    FROM event e, (VALUES ('one'), ('two')) t(target)`
  await client().$executeRaw`VACUUM ANALYZE`
})

function counted(q: string): Counted {
  const terms = parseQuery(q).terms.map(({ term }) => term)
  return { base: 0, terms, conditions: conditionsOf(terms, new Date()), includesRejected: true }
}

async function planOf(sql: Prisma.Sql): Promise<string> {
  const [, , plan] = await client().$transaction([
    client().$executeRaw`SET LOCAL enable_seqscan = off`,
    client().$executeRaw`SET LOCAL enable_bitmapscan = off`,
    client().$queryRaw<Record<string, string>[]>`EXPLAIN ${sql}`,
  ])
  return plan.flatMap((row) => Object.values(row)).join('\n')
}

const types: Reach = { atMost: 10, through: 'types' }
const sample = (events: Rate): Reach => ({ rates: { events, rejected: 16 } })

it.each<[string, Reach, string]>([
  ['', sample(16), 'run_sample_16_idx'],
  ['received:>2000-01-01', sample(64), 'run_sample_16_idx'],
  ['-status:failed', sample(256), 'run_sample_256_idx'],
  ['handler:forward:0199b0f4-1f5e-7cc0-8bd4-3f9c1a2b4d5e', sample(1_024), 'run_sample_256_idx'],
  ['type:type.7', types, 'run_event_type_idx'],
  ['type:type.7,type.8 received:>2000-01-01', types, 'run_event_type_idx'],
])('reads the runs of what "%s" finds once, from one place of an index', async (q, reach, index) => {
  const one = counted(q)
  const bases: Base[] = [{ terms: one.terms, facets: FACETS }]
  const plan = await planOf(countSql(bases, [one], reach, { from: null, to: new Date() }))
  expect(plan).toContain(`Index Only Scan using ${index} on run`)
  // The planner takes the sample for a few rows, and would join it by reading all of those runs for each.
  expect(plan).toMatch(/(Hash|Merge) Full Join/)
})

it.each(['status:failed', 'status:failed received:>2000-01-01'])(
  'finds by what runs have come to from an index alone: %s',
  async (q) => {
    expect(await planOf(foundRunsSql(counted(q)))).toContain('Index Only Scan using run_unsettled_idx')
  },
)

it.each([
  ['type:type.7 received:>2026-01-01', true],
  // The span from the first to the last of them holds runs of any number of other events.
  ['type:type.7 received:2026-01-01,2026-06-01', false],
  ['type:type.7 -received:2026-01-01', false],
  ['type:type.7 verdict:unchecked', false],
  ['type:*.7', false],
])('reads all runs of a type only where each is of an item: %s', (q, isSo) => {
  expect(isOfTypes(counted(q))).toBe(isSo)
})

it.each([
  ['status:failed received:>2026-01-01', true],
  ['status:failed received:2026-01-01,2026-06-01', false],
  ['status:failed -handler:forward', false],
  ['status:succeeded', false],
])('takes the number of runs for that of events only where nothing else is asked: %s', (q, isSo) => {
  expect(isOfRuns(counted(q))).toBe(isSo)
})
