import { v7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { pauseTarget, resumeTarget } from './pause'
import { targetItem, targetItems } from './targets'
import { EACH, ONCE, seedAttempt, seedCopy, seedDestination, seedEvent, seedRun } from './testing'

const { client } = useTestDatabase()
const NOW = new Date()
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const idAt = (date: Date) => v7({ msecs: date.getTime() })
beforeEach(async () => {
  await client()
    .$executeRaw`TRUNCATE event, delivery, run, attempt, event_copy, destination, target, replay, audit_entry`
})

it('lists handlers and every destination, with nothing to tell at first', async () => {
  const destinationId = await seedDestination(client(), 'Warehouse')
  const items = await targetItems(NOW, client())
  const quiet = { paused: null, circuit: null, waitsUntil: null, recent: null, oldestWaitingAt: null }
  expect(items).toContainEqual(
    expect.objectContaining({ key: ONCE, ...quiet, waiting: 0, running: 0, retrying: 0, failed: 0 }),
  )
  expect(items.filter(({ handler }) => handler === EACH)).toMatchObject([
    { key: `${EACH}:${destinationId}`, title: 'Warehouse', destinationId, timeoutMs: 1_000 },
  ])
})

it('counts what waits, is at work, will retry and has failed', async () => {
  const event = () => seedEvent(client())
  const replay = { id: v7(), kind: 'run', actor: 'system', excluded: {}, handlers: [], createdAt: ago(10) }
  await client().replay.create({ data: replay })
  await seedRun(client(), await event(), { status: 'queued', createdAt: ago(20) })
  await seedRun(client(), await event(), { status: 'queued', createdAt: ago(9_999), replayId: replay.id })
  await seedRun(client(), await event(), { status: 'queued', createdAt: ago(5), nextAttemptAt: ago(-5) })
  await seedRun(client(), await event(), { status: 'retrying', createdAt: ago(99), nextAttemptAt: ago(30) })
  await seedRun(client(), await event(), { status: 'retrying', held: 'circuit', createdAt: ago(99) })
  await seedRun(client(), await event(), { status: 'retrying', createdAt: ago(99), nextAttemptAt: ago(-1) })
  await seedRun(client(), await event(), { status: 'running', createdAt: ago(99) })
  const failed = await event()
  await seedRun(client(), failed, { status: 'failed' })
  await seedRun(client(), failed, { status: 'failed', copyId: await seedCopy(client(), failed) })
  await seedRun(client(), await event(), { status: 'succeeded' })
  expect(await targetItem(ONCE, NOW, client())).toMatchObject({
    ...{ waiting: 5, running: 1, retrying: 1, failed: 1, oldestWaitingAt: ago(30).toISOString() },
  })
})

it('says how the attempts of the last day went', async () => {
  const run = await seedRun(client(), await seedEvent(client()))
  const attempt = (outcome: string | null, durationMs: number | null, at = ago(1)) =>
    seedAttempt(client(), run, { id: idAt(at), outcome, durationMs, startedAt: at })
  for (const ms of [10, 20, 30]) await attempt('succeeded', ms)
  await attempt('timed_out', 1_030)
  await attempt('lost', null)
  await attempt('returned', 5_000)
  await attempt(null, null)
  await attempt('failed', 9_000, ago(25 * 60))
  const { recent } = await targetItem(ONCE, NOW, client())
  expect(recent).toEqual({ attempts: 4, successShare: 0.75, p50Ms: 25, p95Ms: 880 })
})

it('looks at the last thousand attempts at most', async () => {
  const run = await seedRun(client(), await seedEvent(client()))
  const rows = Array.from({ length: 1_010 }, (_, index) => ({
    ...{ id: idAt(ago(20 - index / 100)), runId: run, target: ONCE, number: index + 1, trigger: 'retry', worker: 'w' },
    ...{ startedAt: NOW, durationMs: 1, outcome: index < 10 ? 'failed' : 'succeeded' },
  }))
  await client().attempt.createMany({ data: rows })
  expect((await targetItem(ONCE, NOW, client())).recent).toMatchObject({ attempts: 1_000, successShare: 1 })
})

it('tells of a circuit that is open and of a time that was asked for', async () => {
  await client().target.create({
    data: { key: ONCE, failures: 7, openedAt: ago(2), probeAt: ago(-1), waitUntil: ago(-3) },
  })
  expect(await targetItem(ONCE, NOW, client())).toMatchObject({
    circuit: { openedAt: ago(2).toISOString(), probeAt: ago(-1).toISOString(), failures: 7 },
    waitsUntil: ago(-3).toISOString(),
  })
  expect((await targetItem(ONCE, ago(-4), client())).waitsUntil).toBeNull()
})

describe('pausing', () => {
  const actions = async () =>
    (await client().auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action, target }) => [action, target])

  it('is kept with who did it, once, however often it is asked for', async () => {
    await client().target.create({ data: { key: ONCE, failures: 3 } })
    await pauseTarget(ONCE, ADMIN, NOW, client())
    await pauseTarget(ONCE, { ...ADMIN, kind: 'token', name: 'another' }, ago(-9), client())
    expect(await targetItem(ONCE, NOW, client())).toMatchObject({
      paused: { at: NOW.toISOString(), actor: 'token:a test' },
    })
    expect(await actions()).toEqual([['target.paused', `target:${ONCE}`]])
    expect((await client().target.findUniqueOrThrow({ where: { key: ONCE } })).failures).toBe(3)
  })

  it('ends with a resume, which puts back what was held for it and nothing else', async () => {
    const paused = await seedRun(client(), await seedEvent(client()), { status: 'queued', held: 'paused' })
    const other = await seedRun(client(), await seedEvent(client()), { status: 'queued', held: 'circuit' })
    await pauseTarget(ONCE, ADMIN, NOW, client())
    await resumeTarget(ONCE, ADMIN, client())
    await resumeTarget(ONCE, ADMIN, client())
    expect((await targetItem(ONCE, NOW, client())).paused).toBeNull()
    const held = await client().run.findMany({ where: { id: { in: [paused, other] } }, orderBy: { id: 'asc' } })
    expect(held.map((run) => run.held)).toEqual([null, 'circuit'])
    const jobs = await client().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`
    expect(jobs).toEqual([{ key: `run:${paused}` }])
    expect(await actions()).toEqual([
      ['target.paused', `target:${ONCE}`],
      ['target.resumed', `target:${ONCE}`],
    ])
  })

  it('is refused of what there is not', async () => {
    for (const key of ['nobody', EACH, `${EACH}:019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12`]) {
      await expect(pauseTarget(key, ADMIN, NOW, client())).rejects.toMatchObject({ code: 'not_found' })
      await expect(resumeTarget(key, ADMIN, client())).rejects.toMatchObject({ code: 'not_found' })
      await expect(targetItem(key, NOW, client())).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await client().target.count()).toBe(0)
  })
})
