import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import { FINDING_RULE_NAMES, type FindingRule } from '../finding-rules'
import type { Kind } from '../kinds'
import { entitiesQuerySchema } from '../query-schemas'
import { listEntities } from './list'
import { FEW, MANY, useCosted } from './testing-cost'

const NOW = new Date('2026-06-01T00:00:00Z')
const [FIRST = '', SECOND = ''] = providers.map(({ id }) => id)
const BY_TIME: readonly FindingRule[] = ['stuck', 'rejected_delivery']
const STORED = FINDING_RULE_NAMES.filter((rule) => !BY_TIME.includes(rule))
const INSERT = `INSERT INTO entity (id, store_id, kind, label, state, providers, fields, first_at, last_at, last_type, mentions,
  findings, stuck_at) `

/** Many have something else, and will be stuck; the oldest order has everything that is asked for. */
const { client, costOf } = useCosted([
  `${INSERT} SELECT gen_random_uuid(), gen_random_uuid(), k.kind, 'one of many', 'packed', '{${FIRST}}', '{}', '2026-05-01',
    '2026-05-01'::timestamptz + n * interval '1 minute', 'x', 1, '{of another rule}', '2026-07-01'
    FROM generate_series(1, ${MANY}) n, unnest('{order,shipment}'::text[]) k(kind)`,
  `${INSERT} VALUES (gen_random_uuid(), gen_random_uuid(), 'order', 'the oldest', 'shipped', '{${FIRST},${SECOND}}', '{}',
    '2026-04-01', '2026-04-01', 'x', 1, '{${STORED}}', '2026-05-01')`,
])

async function labels(kind: Kind, query: Record<string, string>) {
  return (await listEntities(kind, entitiesQuerySchema.parse(query), client(), NOW)).items.map(({ label }) => label)
}

describe('a list that is asked for what is rare', () => {
  const asked: Record<string, string>[] = [
    ...[...STORED, 'stuck', 'any'].map((finding) => ({ finding })),
    { finding: 'any', state: 'packed,shipped' },
    { finding: 'any', provider: SECOND, from: '2026-03-01', to: '2026-04-02' },
    { provider: SECOND },
    { provider: SECOND, state: 'shipped,packed', finding: 'stuck,missing_step' },
  ]

  it.each(asked)('reads little more than it finds: %j', async (query) => {
    expect(await labels('order', query)).toEqual(['the oldest'])
    expect(await costOf(() => labels('order', query))).toBeLessThan(FEW)
  })

  it('finds nothing where another filter says so', async () => {
    expect(await labels('order', { finding: 'any', state: 'packed' })).toEqual([])
    expect(await labels('order', { finding: 'missing_step', to: '2026-04-01' })).toEqual([])
    expect(await labels('order', { provider: SECOND, state: 'packed' })).toEqual([])
  })

  it('reads hardly anything where a provider has told of nothing of the kind', async () => {
    for (const query of [{}, { finding: 'any' }, { state: 'completed' }] as Record<string, string>[]) {
      const ask = () => labels('shipment', { ...query, provider: SECOND })
      expect(await ask()).toEqual([])
      expect(await costOf(ask)).toBeLessThan(FEW)
    }
  })
})

describe('a list of what a provider has told of', () => {
  it('has all of it, whoever else told, the latest news first', async () => {
    const pages = await listEntities(
      'order',
      entitiesQuerySchema.parse({ provider: FIRST, limit: '200' }),
      client(),
      NOW,
    )
    expect(pages.items.map(({ lastAt }) => lastAt)).toEqual(
      pages.items
        .map(({ lastAt }) => lastAt)
        .sort()
        .reverse(),
    )
    expect(await labels('order', { provider: FIRST, to: '2026-05-01T00:01:30Z' })).toEqual([
      'one of many',
      'the oldest',
    ])
    expect(await costOf(() => labels('order', { provider: FIRST }))).toBeLessThan(FEW)
  })
})
