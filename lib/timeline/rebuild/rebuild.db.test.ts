import { describe, expect, it, vi } from 'vitest'
import { ADMIN } from '@/lib/auth/testing'
import { startWorker } from '@/lib/worker/worker'
import { linkEntities } from '../decide/link'
import { canonicalDump } from '../testing/canonical-dump'
import { customer, customerCreated, inBench, orderStep, useTimelineBench } from '../testing/timeline-bench'
import { getRebuild, listRebuilds } from './get'
import { orderRebuild } from './order'
import { readChunk } from './read-chunk'
import { workOnRebuild } from './work'

const bench = useTimelineBench()
const NEVER = new AbortController().signal
const ANI = customer('ani')
const day = (date: number) => new Date(Date.UTC(2026, 2, date))

const order = () => orderRebuild(ADMIN, bench().prisma)
const work = (id: string) => workOnRebuild(bench().pool, id, NEVER)

async function emptyTimelines() {
  await bench().prisma.$executeRaw`TRUNCATE mention, naming, naming_name, naming_tie, entity`
}

async function anOrder() {
  await bench().happens(
    customerCreated(ANI),
    orderStep('1001', 'placed', ANI, { at: day(2) }),
    orderStep('1001', 'packed', ANI, { at: day(3) }),
    orderStep('1001', 'shipped', ANI, { at: day(4) }),
  )
}

describe('a rebuild', () => {
  it('makes timelines out of nothing but deliveries and decisions', async () => {
    await anOrder()
    await bench().happens(customerCreated(customer('budi', { phone: '+6285550001111' })))
    const people = await bench().prisma.entity.findMany({ where: { kind: 'customer' }, orderBy: { id: 'asc' } })
    const [one = '', other = ''] = people.map(({ id }) => id)
    await linkEntities({ ids: [one, other], reason: 'married' }, ADMIN, bench().databaseUrl)
    const before = await canonicalDump(bench().prisma)
    await emptyTimelines()
    const { id, total } = await order()
    await work(id)
    expect(await canonicalDump(bench().prisma)).toEqual(before)
    expect(await getRebuild(id, bench().prisma)).toMatchObject({
      status: 'finished',
      total,
      done: total,
      changed: total,
    })
  })

  it('changes nothing where the rules are the same', async () => {
    await anOrder()
    const before = await canonicalDump(bench().prisma)
    const { id, total } = await order()
    expect(total).toBeGreaterThan(5)
    await work(id)
    expect(await canonicalDump(bench().prisma)).toEqual(before)
    const done = await getRebuild(id, bench().prisma)
    expect(done).toMatchObject({ status: 'finished', total, done: total, changed: 0, actor: 'token:a test' })
    expect(done.finishedAt).not.toBeNull()
  })

  it('reads identifiers, subject and time anew, and finds events by what it read', async () => {
    await anOrder()
    const { prisma } = bench()
    const before = await canonicalDump(prisma)
    const events = await prisma.event.findMany({ orderBy: { id: 'asc' } })
    const keys = await prisma.eventIdentifier.findMany({ orderBy: [{ key: 'asc' }, { eventId: 'asc' }] })
    // As if an earlier version had read less, and other names.
    await prisma.$executeRaw`UPDATE event SET identifiers = ARRAY['order_number:WRONG'], subject_label = 'wrong', occurred_at = NULL`
    await prisma.$executeRaw`TRUNCATE event_identifier`
    await prisma.$executeRaw`INSERT INTO event_identifier (key, event_id)
      SELECT identifier_key(s.store_id, 'order_number:WRONG'), e.id FROM event e JOIN source s ON s.id = e.source_id`
    await emptyTimelines()
    const { id } = await order()
    await work(id)
    expect(await prisma.event.findMany({ orderBy: { id: 'asc' } })).toEqual(events)
    expect(await prisma.eventIdentifier.findMany({ orderBy: [{ key: 'asc' }, { eventId: 'asc' }] })).toEqual(keys)
    expect(await canonicalDump(prisma)).toEqual(before)
    expect(await getRebuild(id, prisma)).toMatchObject({ changed: events.length })
  })

  it('puts apart what other rules had put together', async () => {
    await bench().happens(orderStep('1001', 'placed', ANI), orderStep('1002', 'placed', ANI))
    const before = await canonicalDump(bench().prisma)
    const orders = await bench().prisma.entity.findMany({ where: { kind: 'order' }, orderBy: { id: 'asc' } })
    const [one = '', other = ''] = orders.map(({ id }) => id)
    await bench().prisma.naming.updateMany({ where: { entityId: other }, data: { entityId: one } })
    await bench().prisma.entity.update({ where: { id: other }, data: { mergedInto: one } })
    const { id } = await order()
    await work(id)
    expect(await canonicalDump(bench().prisma)).toEqual(before)
  })

  it('goes on where it was killed', async () => {
    await anOrder()
    const before = await canonicalDump(bench().prisma)
    await emptyTimelines()
    const { id, total } = await order()
    const killed = inBench(bench(), async (client) => {
      await readChunk(client, id, 2)
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await getRebuild(id, bench().prisma)).toMatchObject({ done: 0 })
    await inBench(bench(), (client) => readChunk(client, id, 2))
    expect(await getRebuild(id, bench().prisma)).toMatchObject({ done: 2, status: 'running' })
    while (!(await inBench(bench(), (client) => readChunk(client, id, 2))).isFinished);
    expect(await getRebuild(id, bench().prisma)).toMatchObject({ done: total, status: 'finished' })
    expect(await canonicalDump(bench().prisma)).toEqual(before)
  })

  it('is one at a time', async () => {
    const first = await order()
    await expect(order()).rejects.toMatchObject({ code: 'conflict', extra: { rebuildId: first.id } })
    await work(first.id)
    const second = await order()
    expect((await listRebuilds(bench().prisma)).items.map(({ id }) => id)).toEqual([second.id, first.id])
    const audit = await bench().prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(audit.map(({ action, target }) => [action, target])).toEqual([
      ['rebuild.ordered', `rebuild:${first.id}`],
      ['rebuild.ordered', `rebuild:${second.id}`],
    ])
  })

  it('passes over an event that cannot be read, and tells of it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await anOrder()
    const [first] = await bench().prisma.event.findMany({ orderBy: { id: 'asc' } })
    await bench().prisma.$executeRaw`
      CREATE FUNCTION refuse() RETURNS trigger AS 'BEGIN RAISE EXCEPTION ''no''; END' LANGUAGE plpgsql`
    await bench().prisma.$executeRawUnsafe(
      `CREATE TRIGGER refuse BEFORE INSERT ON mention FOR EACH ROW WHEN (NEW.event_id = '${first?.id}') EXECUTE FUNCTION refuse()`,
    )
    await emptyTimelines()
    const { id, total } = await order()
    await work(id)
    expect(await getRebuild(id, bench().prisma)).toMatchObject({ status: 'finished', done: total, changed: total - 1 })
    expect(String(log.mock.calls[0]?.[0])).toContain(first?.id)
    log.mockRestore()
  })

  it('is done by the worker, beside new events', async () => {
    await anOrder()
    const { prisma, databaseUrl } = bench()
    await emptyTimelines()
    const { id } = await order()
    const worker = await startWorker({ databaseUrl, handlers: [], concurrency: 4 })
    try {
      await bench().happens(orderStep('1001', 'completed', ANI, { at: day(9) }))
      await vi.waitFor(async () => expect(await getRebuild(id, prisma)).toMatchObject({ status: 'finished' }), 10_000)
    } finally {
      await worker.stop(5_000)
    }
    const [one, ...others] = await prisma.entity.findMany({ where: { kind: 'order', mergedInto: null } })
    expect(others).toEqual([])
    expect(one).toMatchObject({ state: 'completed' })
  })
})
