import { describe, expect, it } from 'vitest'
import { timelineQuerySchema } from '../query-schemas'
import { asOf } from './as-of'
import { saidUntil } from './changes-along'
import { getEntity } from './get'
import { latestMentions } from './mentions'
import { FEW, MANY, useCosted } from './testing-cost'
import { getTimeline } from './timeline'

const STORE = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a01'
const PRODUCT = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a02'
const CREATED = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a03'
const ORDERED = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a04'
const HUB = '1'
const OF_ANOTHER = 20
const UNTIL = { untilMs: Date.parse('2026-06-01T00:00:00Z'), limit: 100 }

/** One product that an order names every minute, and things that are named a few times, as they came. */
const { client, costOf } = useCosted([
  `INSERT INTO store (id, name) VALUES ('${STORE}', 'Shop')`,
  `INSERT INTO entity (id, store_id, kind, label, providers, fields, first_at, last_at, last_type, mentions, findings)
    VALUES ('${PRODUCT}', '${STORE}', 'product', 'Kaos', '{x}', '{}', '2026-01-01', '2026-05-01', 'x', ${MANY}, '{}')`,
  `INSERT INTO naming (id, store_id, kind, names, first_at, last_at, mentions, entity_id, first_entity_id)
    VALUES (${HUB}, '${STORE}', 'product', '{sku:KAOS}', '2026-01-01', '2026-05-01', ${MANY}, '${PRODUCT}', '${PRODUCT}')`,
  `INSERT INTO event (id, source_id, provider, type, dedupe_key, first_delivery_id, verdict, received_at, last_received_at)
    SELECT id, '${STORE}', 'x', 'x', id, id, 'verified', '2026-05-01', '2026-05-01'
    FROM unnest('{${CREATED},${ORDERED}}'::uuid[]) e(id)`,
  `INSERT INTO mention SELECT CASE WHEN n <= ${MANY} THEN ${HUB} ELSE 2 + n % ${MANY / OF_ANOTHER} END,
    '2026-02-01'::timestamptz + n * interval '1 minute', 0, n, '${ORDERED}', '2026-02-01', 'x', 'order', 'named', NULL
    FROM generate_series(1, ${2 * MANY}) n ORDER BY md5(n::text)`,
  `INSERT INTO mention VALUES (${HUB}, '2026-01-01', 0, 0, '${CREATED}', '2026-01-01', 'x', 'created', 'subject',
    '{"status":"active"}')`,
])

describe('a thing that is named again and again by the way', () => {
  it('has what was said of it without those that only name it', async () => {
    const said = await saidUntil([HUB], UNTIL, client())
    expect(said.map(({ eventId }) => eventId)).toEqual([CREATED])
    expect(await costOf(() => saidUntil([HUB], UNTIL, client()))).toBeLessThan(FEW)
  })

  it('has its latest mentions without the rest', async () => {
    expect((await latestMentions([HUB], 100, client())).length).toBe(100)
    expect(await costOf(() => latestMentions([HUB], 100, client()))).toBeLessThan(FEW)
  })

  it('has a page of its timeline without the rest', async () => {
    const page = () => getTimeline('product', PRODUCT, timelineQuerySchema.parse({ order: 'desc' }), client())
    expect((await page()).items.length).toBe(100)
    expect(await costOf(page)).toBeLessThan(2 * FEW)
  })

  it('is as it was after an event without those in between', async () => {
    const now = await getEntity('product', PRODUCT, client())
    expect((await asOf(now, CREATED, client())).statuses).toEqual([{ provider: 'x', status: 'active' }])
    expect(await costOf(() => asOf(now, CREATED, client()))).toBeLessThan(FEW)
  })
})
