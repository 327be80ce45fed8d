import type { PoolClient } from 'pg'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '@/lib/worker/in-transaction'
import { getEntity } from '../ask/get'
import { canonicalDump } from '../testing/canonical-dump'
import { customer, customerCreated, useTimelineBench } from '../testing/timeline-bench'
import { joinEvents } from './join-events'
import { refresh, WHOLE_STORY } from './refresh'

const bench = useTimelineBench()
const AT = new Date('2025-01-02T08:00:00Z')
const DAY = 86_400_000
const THINGS = 30
const LINES = WHOLE_STORY + 50
const skus = Array.from({ length: THINGS }, (_, index) => `sku:BY-${index}`)

/** Joins events again and answers how many rows that read. */
async function rowsReadBy(ids: string[]): Promise<number> {
  return inTransaction(bench().pool, async (client) => {
    let rows = 0
    const counting = new Proxy(client, {
      get: (target, key) =>
        key === 'query'
          ? async (...call: Parameters<PoolClient['query']>) => {
              const answer = (await target.query(...call)) as unknown as { rows: unknown[] }
              rows += answer.rows.length
              return answer
            }
          : Reflect.get(target, key),
    })
    await joinEvents(counting, ids)
    return rows
  })
}

async function setNames(id: string, names: string[]): Promise<void> {
  await bench().pool.query('UPDATE event SET identifiers = identifiers || $2 WHERE id = $1', [id, names])
}

/** An event that names many products by the way, each of which has a long history of the same. */
async function longHistories(): Promise<[first: string, next: string]> {
  const { happens, prisma, pool } = bench()
  await happens(customerCreated(customer('ani'), AT), customerCreated(customer('budi'), new Date(AT.getTime() + DAY)))
  const events = await prisma.event.findMany({ orderBy: { occurredAt: 'asc' } })
  const first = events[0]?.id ?? ''
  const next = events.at(-1)?.id ?? ''
  await setNames(first, skus)
  await rowsReadBy([first])
  await pool.query(
    `INSERT INTO mention SELECT m.naming_id, m.at - n * interval '1 hour', m.rank, m.tie, m.event_id, m.received_at,
      m.provider, m.type, m.role, m.set
    FROM mention m JOIN naming g ON g.id = m.naming_id, generate_series(1, ${LINES}) n WHERE g.kind = 'product'`,
  )
  await pool.query(`UPDATE naming SET mentions = mentions + ${LINES}, first_at = first_at - ${LINES} * interval '1 hour'
    WHERE kind = 'product'`)
  await refreshAll()
  return [first, next]
}

async function refreshAll(): Promise<void> {
  const ids = (await bench().prisma.entity.findMany()).map(({ id }) => id)
  await inTransaction(bench().pool, (client) =>
    refresh(client, { entityIds: ids, added: new Map(), changed: new Set(ids) }),
  )
}

describe('what is only named by the way', () => {
  it('is counted without its history being read, and lists say the same as after reading it', async () => {
    const [, next] = await longHistories()
    await setNames(next, skus)
    expect(await rowsReadBy([next])).toBeLessThan(LINES)
    const counted = await canonicalDump(bench().prisma)
    const product = await bench().prisma.entity.findFirstOrThrow({ where: { kind: 'product' } })
    expect(product).toMatchObject({ mentions: LINES + 2, lastAt: new Date(AT.getTime() + DAY) })
    await refreshAll()
    expect(await canonicalDump(bench().prisma)).toEqual(counted)
  })

  it('takes that back without its history being read, as far as it reached too', async () => {
    const [first, next] = await longHistories()
    const before = await canonicalDump(bench().prisma)
    await setNames(next, skus)
    await rowsReadBy([next])
    await bench().pool.query(
      `UPDATE event SET identifiers = array(SELECT unnest(identifiers) EXCEPT SELECT unnest($2::text[]))
      WHERE id = $1`,
      [next, skus],
    )
    expect(await rowsReadBy([next])).toBeLessThan(LINES)
    expect(await canonicalDump(bench().prisma)).toEqual(before)
    expect(first).not.toBe(next)
  })

  it('is said by nobody any more who takes it all back', async () => {
    const [, next] = await longHistories()
    await bench().pool.query(`UPDATE mention SET provider = 'another' WHERE event_id <> $1`, [next])
    await refreshAll()
    const providers = async () => (await bench().prisma.entity.findFirstOrThrow({ where: { label: 'BY-0' } })).providers
    expect(await providers()).toEqual(['another'])
    await setNames(next, skus)
    await rowsReadBy([next])
    expect(await providers()).toHaveLength(2)
    await bench().pool.query(`UPDATE event SET identifiers = '{}' WHERE id = $1`, [next])
    await rowsReadBy([next])
    expect(await providers()).toEqual(['another'])
  })
  it('makes neither lists nor pages forget what was said before', async () => {
    const { happens, prisma, pool } = bench()
    await happens(customerCreated(customer('ani'), AT), customerCreated(customer('budi'), AT))
    const ani = await prisma.entity.findFirstOrThrow({ where: { label: 'Customer ani' } })
    expect(ani.findings).toContain('late_arrival')
    await pool.query(
      `INSERT INTO mention SELECT n.id, m.at + k * interval '1 minute', 0, m.tie, m.event_id, m.received_at, m.provider, m.type,
        'named', NULL
      FROM naming n, (SELECT m.* FROM mention m JOIN naming n ON n.id = m.naming_id WHERE n.entity_id <> $1 LIMIT 1) m,
        generate_series(1, 2100) k WHERE n.entity_id = $1`,
      [ani.id],
    )
    await pool.query('UPDATE naming SET mentions = mentions + 2100 WHERE entity_id = $1', [ani.id])
    await refreshAll()
    const { findings } = await prisma.entity.findUniqueOrThrow({ where: { id: ani.id } })
    expect(findings).toEqual(ani.findings)
    const page = await getEntity('customer', ani.id, prisma)
    expect([...new Set(page.findings.map(({ rule }) => rule))]).toEqual(findings)
  })
})
