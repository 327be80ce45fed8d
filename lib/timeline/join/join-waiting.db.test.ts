import { Pool } from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { processEvents } from '@/lib/worker/process-events'
import { customer, customerCreated, orderStep, useTimelineBench } from '../testing/timeline-bench'
import { joinWaiting } from './join-waiting'
import { createJoiner } from './joiner'

const bench = useTimelineBench()
const NEVER = new AbortController().signal
const AT = new Date('2025-01-02T08:00:00Z')
const people = Array.from({ length: 5 }, (_, index) => customerCreated(customer(`c${index}`), AT))

/** Receives these without joining them, and answers the ids of their events. */
async function receive(happenings = people): Promise<string[]> {
  const { prisma, happens } = bench()
  await happens(...happenings)
  await prisma.$executeRaw`TRUNCATE mention, naming, naming_name, naming_tie, entity`
  const ids = (await prisma.event.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
  for (const id of ids) await prisma.pendingJoin.create({ data: { eventIds: [id] } })
  return ids
}

/** Lets PostgreSQL refuse mentions of an event, or of any, with this SQLSTATE. */
async function refuse(sqlstate: string, eventId?: string): Promise<void> {
  await bench().pool.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '${sqlstate}'; END $$`)
  const which = eventId ? `WHEN (NEW.event_id = '${eventId}')` : ''
  await bench().pool.query(
    `CREATE TRIGGER refuse BEFORE INSERT ON mention FOR EACH ROW ${which} EXECUTE FUNCTION refuse()`,
  )
}

const acceptAgain = () => bench().pool.query('DROP TRIGGER refuse ON mention')

describe('what waits to be joined', () => {
  it('is passed on by the processing of new events, in the same transaction', async () => {
    const { prisma, happens } = bench()
    await happens(...people)
    const ids = (await prisma.event.findMany()).map(({ id }) => id)
    await prisma.pendingBatch.create({ data: { eventIds: ids } })
    await processEvents(prisma, [], NEVER)
    expect(await prisma.pendingBatch.count()).toBe(0)
    expect((await prisma.pendingJoin.findMany()).map(({ eventIds }) => eventIds)).toEqual([ids])
    const jobs = await prisma.$queryRaw`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'join_events'`
    expect(jobs).toEqual([{ key: 'join_events' }])
  })

  it('is joined until nothing is left, also where it is more than a batch', async () => {
    const { prisma, pool } = bench()
    await receive()
    const [{ id } = { id: '' }] = await prisma.event.findMany({ take: 1 })
    await prisma.pendingJoin.createMany({ data: Array.from({ length: 600 }, () => ({ eventIds: [id] })) })
    await joinWaiting(pool, NEVER)
    expect(await prisma.pendingJoin.count()).toBe(0)
    expect(await prisma.entity.count({ where: { kind: 'customer' } })).toBe(people.length)
  })

  it('waits on where the worker is told to stop', async () => {
    const { prisma, pool } = bench()
    await receive()
    await joinWaiting(pool, AbortSignal.abort())
    expect(await prisma.pendingJoin.count()).toBe(people.length)
  })

  it('passes over an event that is gone', async () => {
    const { prisma, pool } = bench()
    const [gone = ''] = await receive()
    await prisma.event.delete({ where: { id: gone } })
    await joinWaiting(pool, NEVER)
    expect(await prisma.entity.count({ where: { kind: 'customer' } })).toBe(people.length - 1)
  })
})

describe('an event that cannot be joined', () => {
  it('is told of and passed over, and those beside it are joined', async () => {
    const { prisma, pool } = bench()
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const [, bad = ''] = await receive()
    await refuse('22000', bad)
    await joinWaiting(pool, NEVER)
    expect(told.mock.calls.flat().join('\n')).toContain(bad)
    told.mockRestore()
    expect(await prisma.pendingJoin.count()).toBe(0)
    expect(await prisma.mention.count({ where: { eventId: bad } })).toBe(0)
    expect(await prisma.entity.count({ where: { kind: 'customer' } })).toBe(people.length - 1)
    expect(await prisma.naming.count()).toBe(people.length - 1)
  })
})

describe('a database that refuses everything', () => {
  it.each(['53200', '57P01', '40001'])('(%s) leaves all of it waiting, in the order that it came', async (sqlstate) => {
    const { prisma, pool } = bench()
    await receive()
    const waiting = await prisma.pendingJoin.findMany()
    await refuse(sqlstate)
    await expect(joinWaiting(pool, NEVER)).rejects.toThrow('refused')
    expect(await prisma.pendingJoin.findMany()).toEqual(waiting)
    await acceptAgain()
    await joinWaiting(pool, NEVER)
    expect(await prisma.entity.count({ where: { kind: 'customer' } })).toBe(people.length)
  })

  it('by ending the connection leaves all of it waiting as well', async () => {
    const { prisma, databaseUrl } = bench()
    await receive()
    await bench().pool.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NEW; END $$`)
    await bench().pool.query('CREATE TRIGGER refuse BEFORE INSERT ON mention FOR EACH ROW EXECUTE FUNCTION refuse()')
    const pool = new Pool({ connectionString: databaseUrl, max: 1 })
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
    await expect(joinWaiting(pool, NEVER)).rejects.toThrow()
    await pool.end()
    expect(await prisma.pendingJoin.count()).toBe(people.length)
  })
})

describe('a joiner', () => {
  it('that is asked again while it works looks once more, and keeps nobody waiting', async () => {
    const { prisma, pool } = bench()
    const ids = await receive([...people, orderStep('1001', 'placed', customer('ayu'), { at: AT })])
    await prisma.pendingJoin.deleteMany()
    const joiner = createJoiner(pool)
    const first = joiner.join()
    await prisma.pendingJoin.create({ data: { eventIds: ids } })
    await joiner.join()
    await first
    expect(await prisma.pendingJoin.count()).toBe(0)
    expect(await prisma.entity.count({ where: { kind: 'order' } })).toBe(1)
  })

  it('that is stopped joins no more', async () => {
    const { prisma, pool } = bench()
    await receive()
    const joiner = createJoiner(pool)
    joiner.stop()
    await joiner.join()
    expect(await prisma.pendingJoin.count()).toBe(people.length)
  })
})
