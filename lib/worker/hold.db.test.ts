import { describe, expect, it, vi } from 'vitest'
import { RetryAfterError } from '@/lib/handlers/errors'
import { FAILURES_TO_OPEN } from './circuit'
import { processEvents } from './process-events'
import { releaseTarget } from './targets-hold'
import { testHandler, useWorkerBench } from './testing'

const bench = useWorkerBench()
const LONG = { attempts: 8, baseMs: 3_600_000, factor: 1, maxMs: 3_600_000 }

describe('a paused target', () => {
  it('lets its runs wait, and all go on when it is resumed', async () => {
    const { event, work, run, reaches, prisma } = bench()
    await prisma.target.create({ data: { key: 'test', pausedAt: new Date(), pausedBy: 'a test' } })
    await work(testHandler(async () => 'done'))
    const ids = [await event(), await event()]
    for (const id of ids) await vi.waitFor(async () => expect((await run(id, 'test')).held).toBe('paused'), 10_000)
    await prisma.$transaction(async (tx) => {
      await tx.target.update({ where: { key: 'test' }, data: { pausedAt: null } })
      await releaseTarget(tx, 'test')
    })
    for (const id of ids) expect((await reaches(id, 'test', 'succeeded')).attempts).toHaveLength(1)
  })
})

describe('a destination', () => {
  const toDestination = (fail: () => Error | null) =>
    testHandler(
      async () => {
        const error = fail()
        if (error) throw error
        return 'sent'
      },
      { perDestination: true, retry: LONG },
    )

  it('that keeps failing is left in peace, is probed by one, and gets all the rest when it answers again', async () => {
    const { event, work, run, reaches, destination, prisma } = bench()
    const target = `test:${await destination()}`
    let broken = true
    await work(toDestination(() => (broken ? new Error('down') : null)))
    for (let count = 0; count < FAILURES_TO_OPEN; count++) await reaches(await event(), target, 'retrying')
    const waiting = [await event(), await event(), await event()]
    for (const id of waiting) await vi.waitFor(async () => expect((await run(id, target)).held).toBe('circuit'), 10_000)
    const open = await prisma.target.findUniqueOrThrow({ where: { key: target } })
    expect(open.probeAt?.getTime()).toBeGreaterThan(open.openedAt?.getTime() ?? 0)

    const probe = async () => {
      await prisma.target.update({ where: { key: target }, data: { probeAt: new Date() } })
      await prisma.$executeRaw`SELECT graphile_worker.add_job('probe_target', json_build_object('key', ${target}::text))`
    }
    await probe()
    await vi.waitFor(async () => {
      const runs = await Promise.all(waiting.map((id) => run(id, target)))
      expect(runs.map(({ attempts }) => attempts.length).sort()).toEqual([0, 0, 1])
      expect(runs.every(({ tries, held }) => tries === 0 && held === 'circuit')).toBe(true)
    }, 10_000)

    broken = false
    await probe()
    for (const id of waiting) await reaches(id, target, 'succeeded')
    const closed = await prisma.target.findUniqueOrThrow({ where: { key: target } })
    expect(closed).toMatchObject({ failures: 0, openedAt: null, probeAt: null, probes: 0 })
  })

  it('that asks to wait is left alone until then, by all', async () => {
    const { event, work, run, reaches, destination } = bench()
    const target = `test:${await destination()}`
    await work(toDestination(() => new RetryAfterError('busy', 60_000)))
    await reaches(await event(), target, 'retrying')
    const second = await event()
    const later = Date.now() + 50_000
    await vi.waitFor(
      async () => expect((await run(second, target)).nextAttemptAt?.getTime()).toBeGreaterThan(later),
      10_000,
    )
    expect(await run(second, target)).toMatchObject({ status: 'queued', attempts: [] })
  })

  it('with a rate gets no more than that', async () => {
    const { event, work, reaches, destination } = bench()
    const target = `test:${await destination({ ratePerSecond: 5 })}`
    const ids = await Promise.all(Array.from({ length: 8 }, () => event()))
    await work(toDestination(() => null))
    const runs = await Promise.all(ids.map((id) => reaches(id, target, 'succeeded')))
    const times = runs.flatMap(({ attempts }) => attempts.map(({ startedAt }) => startedAt.getTime())).sort()
    const first = times[0] ?? 0
    // The nth may not begin before n slots have passed; a slot that is 20 ms away is taken at once.
    for (const [index, time] of times.entries()) expect(time - first).toBeGreaterThanOrEqual(index * 200 - 25)
  })

  it('that is switched off keeps its runs waiting', async () => {
    const { event, work, run, reaches, destination, prisma } = bench()
    const id = await destination()
    const target = `test:${id}`
    let broken = true
    await work(toDestination(() => (broken ? new Error('down') : null)))
    const eventId = await event()
    const { id: runId } = await reaches(eventId, target, 'retrying')
    await prisma.destination.update({ where: { id }, data: { enabled: false } })
    await prisma.$executeRaw`SELECT graphile_worker.add_job('execute_run', json_build_object('runId', ${runId}::text, 'target', ${target}::text))`
    await vi.waitFor(async () => expect((await run(eventId, target)).held).toBe('disabled'), 10_000)
    broken = false
    await prisma.$transaction(async (tx) => {
      await tx.destination.update({ where: { id }, data: { enabled: true } })
      await tx.run.update({ where: { id: runId }, data: { nextAttemptAt: null } })
      await releaseTarget(tx, target)
    })
    await reaches(eventId, target, 'succeeded')
  })

  it('that is switched on just while a run comes up does not leave it behind', async () => {
    const { event, work, run, reaches, destination, prisma } = bench()
    const id = await destination()
    const target = `test:${id}`
    const handler = toDestination(() => null)
    const eventId = await event()
    await processEvents(prisma, [handler], AbortSignal.timeout(10_000))
    await prisma.destination.update({ where: { id }, data: { enabled: false } })
    await prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT FROM destination WHERE id = ${id}::uuid FOR UPDATE`
        await tx.destination.update({ where: { id }, data: { enabled: true } })
        await releaseTarget(tx, target, 'disabled')
        await work(handler)
        await vi.waitFor(async () => {
          const waiting = await prisma.$queryRaw<unknown[]>`
            SELECT FROM pg_stat_activity WHERE application_name = 'jejak worker' AND wait_event_type = 'Lock'`
          if (waiting.length === 0 && (await run(eventId, target)).held === null) throw new Error('not there yet')
        }, 10_000)
      },
      { timeout: 20_000 },
    )
    await reaches(eventId, target, 'succeeded')
  })

  it('whose probe was lost gets another when a run comes up', async () => {
    const { event, work, run, reaches, destination, prisma } = bench()
    const target = `test:${await destination()}`
    await work(toDestination(() => new Error('down')))
    for (let count = 0; count < FAILURES_TO_OPEN; count++) await reaches(await event(), target, 'retrying')
    const probes = () =>
      prisma.$queryRaw<unknown[]>`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'probe_target'`
    expect(await probes()).toHaveLength(1)
    await prisma.$executeRaw`SELECT graphile_worker.remove_job(${`probe:${target}`})`
    expect(await probes()).toHaveLength(0)
    const id = await event()
    await vi.waitFor(async () => expect((await run(id, target)).held).toBe('circuit'), 10_000)
    expect(await probes()).toHaveLength(1)
  })

  it('whose circuit closed in the meantime lets go of whoever still waits behind it', async () => {
    const { event, work, run, reaches, destination, prisma } = bench()
    const target = `test:${await destination()}`
    const handler = toDestination(() => null)
    const ids = [await event(), await event()]
    await processEvents(prisma, [handler], AbortSignal.timeout(10_000))
    await prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`
    await prisma.run.updateMany({ data: { held: 'circuit' } })
    await work(handler)
    await prisma.$executeRaw`SELECT graphile_worker.add_job('probe_target', json_build_object('key', ${target}::text))`
    for (const id of ids) await reaches(id, target, 'succeeded')
    expect((await run(ids[0] ?? '', target)).attempts).toHaveLength(1)
  })
})
