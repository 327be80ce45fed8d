import { Pool } from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { ADMIN } from '@/lib/auth/testing'
import { send } from '@/lib/ingest/testing'
import { providers } from '@/lib/providers/registry'
import { orderRebuild } from '@/lib/timeline/rebuild/order'
import { workOnRebuild } from '@/lib/timeline/rebuild/work'
import { customer, customerCreated, messageFrom, useTimelineBench } from '@/lib/timeline/testing/timeline-bench'
import { processEvents } from '@/lib/worker/process-events'
import { countWaiting } from './count-waiting'
import { indexWaiting } from './index-waiting'
import { createIndexer } from './indexer'

const bench = useTimelineBench()
const NEVER = new AbortController().signal
const people = Array.from({ length: 4 }, (_, index) => customerCreated(customer(`c${index}`)))
const index = () => indexWaiting(bench().pool, NEVER)

/** A delivery with a signature that does not hold; answers its id. */
async function reject(word: string, path = ''): Promise<string> {
  const [provider] = providers
  if (!provider) throw new Error('there is no provider')
  const [eventType = ''] = Object.keys(provider.eventTypes)
  const body = new TextEncoder().encode(JSON.stringify({ forged: word }))
  const options = { eventType, body, secret: 'somebody-elses', path: `/api/webhooks/${provider.id}${path}` }
  return (await send(bench().url, { provider, ...options })).body.deliveryId ?? ''
}

async function entries() {
  return bench().prisma.$queryRaw<{ id: string; seq: bigint; text: string; xmin: string }[]>`
    SELECT id, seq, text, xmin::text FROM search_entry ORDER BY seq`
}

const eventIds = async () => (await bench().prisma.event.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)

/** Lets PostgreSQL refuse entries that fit a condition with this SQLSTATE. */
async function refuse(sqlstate: string, condition = 'true'): Promise<void> {
  await bench().pool.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '${sqlstate}'; END $$`)
  await bench().pool.query(
    `CREATE TRIGGER refuse BEFORE INSERT ON search_entry FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION refuse()`,
  )
}

describe('everything that was acknowledged', () => {
  it('is indexed once, rejected deliveries too, in the order of ids', async () => {
    await bench().happens(...people, messageFrom(customer('c1'), 'halo'), ...people)
    const rejected = [await reject('one'), await reject('two')]
    await index()
    const found = await entries()
    const events = await eventIds()
    expect(events.length).toBeGreaterThan(4)
    expect(found.map(({ id }) => id)).toEqual([...events, ...rejected])
    expect(await bench().prisma.pendingIndex.count()).toBe(0)
    expect(found.at(-1)?.text).toContain('"forged":"two"')
    for (const { id, text } of found) expect(text).toContain(id)
  })

  it('stays as it is where it is indexed again', async () => {
    await bench().happens(...people)
    await reject('once')
    await index()
    const before = await entries()
    await bench().prisma.pendingIndex.create({ data: { ids: before.map(({ id }) => id) } })
    await index()
    expect(await entries()).toEqual(before)
  })

  it('waits from the moment that it is recorded, and is counted as waiting', async () => {
    const { prisma, happens } = bench()
    await happens(...people)
    await reject('waits')
    const ids = await eventIds()
    expect(await countWaiting(prisma)).toBe(ids.length + 1)
    await prisma.$executeRaw`TRUNCATE pending_index`
    await prisma.pendingBatch.create({ data: { eventIds: ids } })
    expect(await countWaiting(prisma)).toBe(ids.length + 1)
    await processEvents(prisma, [], NEVER)
    expect((await prisma.pendingIndex.findMany()).map(({ ids: waiting }) => waiting)).toEqual([ids])
    const jobs = await prisma.$queryRaw`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'index_events'`
    expect(jobs).toEqual([{ key: 'index_events' }])
    await index()
    expect(await countWaiting(prisma)).toBe(0)
  })

  it('is indexed until nothing is left, also where it is more than a batch, the last that came first', async () => {
    const { prisma, happens } = bench()
    await happens(...people)
    const [first = '', ...others] = await eventIds()
    await prisma.$executeRaw`TRUNCATE pending_index`
    await prisma.pendingIndex.create({ data: { ids: others } })
    await prisma.pendingIndex.createMany({ data: Array.from({ length: 450 }, () => ({ ids: [first] })) })
    await index()
    expect((await entries()).map(({ id }) => id)).toEqual([first, ...others])
    expect(await prisma.pendingIndex.count()).toBe(0)
  })

  it('waits on where the worker is told to stop', async () => {
    await bench().happens(...people)
    await indexWaiting(bench().pool, AbortSignal.abort())
    expect(await entries()).toEqual([])
    expect(await bench().prisma.pendingIndex.count()).toBeGreaterThan(0)
  })

  it('is passed over where it is gone', async () => {
    const { prisma, happens } = bench()
    await happens(...people)
    const [gone = '', ...others] = await eventIds()
    await prisma.event.delete({ where: { id: gone } })
    await index()
    expect((await entries()).map(({ id }) => id)).toEqual(others)
  })
})

describe('an event whose content cannot be stored', () => {
  it('is told of and found by its ids, and those beside it by all they hold', async () => {
    const { happens } = bench()
    await happens(...people)
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const ids = await eventIds()
    const [, bad = ''] = ids
    await refuse('22000', `NEW.id = '${bad}' AND NEW.doc IS NOT NULL`)
    await index()
    expect(told.mock.calls.flat().join('\n')).toContain(bad)
    told.mockRestore()
    const found = await entries()
    expect(found.map(({ id }) => id).sort()).toEqual(ids)
    for (const { id, text } of found) expect([id, text.includes('{')]).toEqual([id, id !== bad])
    expect(found.find(({ id }) => id === bad)?.text).toContain(bad)
  })

  it('keeps nothing else from being indexed where not even its ids can be stored', async () => {
    await bench().happens(...people)
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const [, bad = ''] = await eventIds()
    const rejected = await reject('beside')
    await refuse('22000', `NEW.id = '${bad}'`)
    await index()
    told.mockRestore()
    const ids = (await entries()).map(({ id }) => id)
    expect(ids).toHaveLength((await eventIds()).length)
    expect(ids).toContain(rejected)
  })
})

describe('a database that fails between', () => {
  it.each(['53200', '57P01', '40001'])('(%s) leaves all of it waiting', async (sqlstate) => {
    const { prisma, happens } = bench()
    await happens(...people)
    const waiting = await prisma.pendingIndex.findMany()
    await refuse(sqlstate)
    await expect(index()).rejects.toThrow('refused')
    expect(await prisma.pendingIndex.findMany()).toEqual(waiting)
    await bench().pool.query('DROP TRIGGER refuse ON search_entry')
    await index()
    expect((await entries()).map(({ id }) => id).sort()).toEqual(await eventIds())
  })

  it('by ending the connection leaves all of it waiting as well', async () => {
    const { prisma, happens, databaseUrl } = bench()
    await happens(...people)
    const waiting = await prisma.pendingIndex.findMany()
    await bench().pool.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NEW; END $$`)
    await bench().pool.query(
      'CREATE TRIGGER refuse BEFORE INSERT ON search_entry FOR EACH ROW EXECUTE FUNCTION refuse()',
    )
    const pool = new Pool({ connectionString: databaseUrl, max: 1 })
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
    await expect(indexWaiting(pool, NEVER)).rejects.toThrow()
    await pool.end()
    expect(await prisma.pendingIndex.findMany()).toEqual(waiting)
  })
})

describe('rejected deliveries', () => {
  it('are all indexed by a worker that starts, and then those that come', async () => {
    const before = await reject('before')
    await bench().prisma.$executeRaw`
      UPDATE delivery SET id = '01900000-0000-7000-8000-000000000001' WHERE id = ${before}::uuid`
    const indexer = createIndexer(bench().pool)
    await indexer.ask()
    expect((await entries()).map(({ id }) => id)).toEqual(['01900000-0000-7000-8000-000000000001'])
    const after = await reject('after')
    await indexer.ask()
    expect((await entries()).map(({ id }) => id)).toEqual(['01900000-0000-7000-8000-000000000001', after])
  })

  it('are indexed in pages where they are many', async () => {
    const id = await reject('many')
    await bench().prisma.$executeRaw`
      INSERT INTO delivery (id, source_id, received_at, path, headers, body, body_bytes, verdict, reason, verdict_detail, status)
      SELECT gen_random_uuid(), source_id, received_at, path, headers, body, body_bytes, verdict, reason, verdict_detail, status
      FROM delivery, generate_series(1, 450) WHERE id = ${id}::uuid`
    await index()
    expect(await entries()).toHaveLength(451)
  })

  it('that are trimmed are found no more', async () => {
    const [provider] = providers
    if (!provider) throw new Error('there is no provider')
    await bench().addSource(provider, 'tight', { rejectedKeep: 2 })
    for (const word of ['one', 'two']) await reject(word, '/tight')
    await index()
    expect(await entries()).toHaveLength(2)
    const third = await reject('three', '/tight')
    await index()
    await vi.waitFor(async () => {
      const texts = (await entries()).map(({ text }) => /forged":"(\w+)/.exec(text)?.[1])
      expect(texts).toEqual(['two', 'three'])
    }, 5_000)
    expect((await entries()).at(-1)?.id).toBe(third)
  })
})

it('a rebuild has its events indexed again', async () => {
  const { prisma, pool, happens } = bench()
  await happens(...people)
  await index()
  const before = await entries()
  await prisma.$executeRaw`UPDATE search_entry SET text = 'by the rules of yesterday', doc = NULL`
  const { id } = await orderRebuild(ADMIN, prisma)
  await workOnRebuild(pool, id, NEVER)
  await index()
  const again = await entries()
  expect(again.map(({ id: entry, seq, text }) => [entry, seq, text])).toEqual(
    before.map(({ id: entry, seq, text }) => [entry, seq, text]),
  )
})
