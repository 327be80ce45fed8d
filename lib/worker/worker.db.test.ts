import { describe, expect, it, vi } from 'vitest'
import { PermanentError, RetryAfterError } from '@/lib/handlers/errors'
import { processEvents } from './process-events'
import { defer, testHandler, useWorkerBench } from './testing'

const bench = useWorkerBench()

describe('a worker', () => {
  it('runs each handler that subscribes to a recorded event, and keeps what it says', async () => {
    const { event, work, reaches, prisma } = bench()
    await work(
      testHandler(async ({ event: { type } }) => `saw ${type}`),
      testHandler(async () => 'never', { name: 'deaf', on: ['nothing.*'] }),
    )
    const id = await event()
    const run = await reaches(id, 'test', 'succeeded')
    const recorded = await prisma.event.findUniqueOrThrow({ where: { id } })
    expect(run.attempts).toMatchObject([
      { number: 1, trigger: 'automatic', outcome: 'succeeded', result: `saw ${recorded.type}` },
    ])
    expect(await prisma.run.count()).toBe(1)
    expect(await prisma.pendingBatch.count()).toBe(0)
  })

  it('takes up what was recorded while no worker was there', async () => {
    const { event, work, reaches } = bench()
    const ids = [await event(), await event(), await event()]
    await work(testHandler(async () => 'done'))
    for (const id of ids) await reaches(id, 'test', 'succeeded')
  })

  it('gives a handler the bytes as they came, and a key that is the same for each attempt', async () => {
    const { event, work, reaches } = bench()
    const keys: string[] = []
    let body = ''
    await work(
      testHandler(async (context) => {
        keys.push(context.idempotencyKey)
        body = Buffer.from(context.event.body).toString()
        if (context.attempt.number === 1) throw new Error('not yet')
        return 'done'
      }),
    )
    const sent = '{ "id" : "1", "n": 12345678901234567890 }'
    const id = await event({ body: Buffer.from(sent) })
    await reaches(id, 'test', 'succeeded')
    expect(body).toBe(sent)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('tries again by the policy, and then fails with the message and its group', async () => {
    const { event, work, reaches } = bench()
    await work(
      testHandler(async ({ attempt }) => {
        throw new TypeError(`refused ${attempt.number} times`)
      }),
    )
    const run = await reaches(await event(), 'test', 'failed')
    expect(run.attempts.map(({ trigger }) => trigger)).toEqual(['automatic', 'retry', 'retry'])
    expect(run.attempts.at(-1)).toMatchObject({
      outcome: 'failed',
      errorName: 'TypeError',
      errorMessage: 'refused 3 times',
    })
    expect(run.attempts.at(-1)?.errorStack).toContain('worker.db.test')
    expect(run).toMatchObject({ tries: 3, nextAttemptAt: null, failureGroup: expect.stringMatching(/^[\da-f]{16}$/) })
  })

  it('does not try again what will never succeed', async () => {
    const { event, work, reaches } = bench()
    await work(
      testHandler(() => {
        throw new PermanentError('no such order')
      }),
    )
    expect((await reaches(await event(), 'test', 'failed')).attempts).toHaveLength(1)
  })

  it('shows when the next attempt is', async () => {
    const { event, work, reaches } = bench()
    const retry = { attempts: 8, baseMs: 3_600_000, factor: 1, maxMs: 3_600_000 }
    await work(
      testHandler(
        async () => {
          throw new RetryAfterError('busy', 60_000)
        },
        { retry },
      ),
    )
    const run = await reaches(await event(), 'test', 'retrying')
    expect(run.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now() + 50_000)
    expect(run.nextAttemptAt?.getTime()).toBeLessThan(Date.now() + 3_700_000)
  })

  it('stops a handler that hangs at its timeout, whether it listens or not', async () => {
    const { event, work, reaches } = bench()
    const retry = { attempts: 1, baseMs: 1, factor: 1, maxMs: 1 }
    await work(testHandler(() => new Promise(() => undefined), { timeoutMs: 100, retry }))
    const run = await reaches(await event(), 'test', 'failed')
    expect(run.attempts).toMatchObject([{ outcome: 'timed_out', errorMessage: expect.stringContaining('100 ms') }])
  })

  it('finishes what is under way when it is stopped', async () => {
    const { event, work, run } = bench()
    const gate = defer<string>()
    const begun = defer<void>()
    const worker = await work(
      testHandler(() => {
        begun.resolve()
        return gate.promise
      }),
    )
    const id = await event()
    await begun.promise
    const stopped = worker.stop(10_000)
    gate.resolve('done')
    await stopped
    expect(await run(id, 'test')).toMatchObject({ status: 'succeeded', attempts: [{ outcome: 'succeeded' }] })
  })

  it('puts back at the deadline what it could not finish, and another goes on', async () => {
    const { event, work, run, reaches } = bench()
    const begun = defer<void>()
    const worker = await work(
      testHandler(() => {
        begun.resolve()
        return new Promise(() => undefined)
      }),
    )
    const id = await event()
    await begun.promise
    await worker.stop(1_200)
    expect(await run(id, 'test')).toMatchObject({ status: 'queued', tries: 0, attempts: [{ outcome: 'returned' }] })
    await work(testHandler(async () => 'done'))
    const after = await reaches(id, 'test', 'succeeded')
    expect(after.attempts.map(({ outcome }) => outcome)).toEqual(['returned', 'succeeded'])
  })

  it('goes on with the runs of a worker that died', async () => {
    const { event, work, run, reaches, prisma } = bench()
    const id = await event()
    const begun = defer<void>()
    const first = await work(
      testHandler(() => {
        begun.resolve()
        return new Promise(() => undefined)
      }),
    )
    await begun.promise
    await first.stop(1_100)
    // As `kill -9` would have left it: begun, locked, and silent for half a minute.
    const { id: runId, attempts } = await run(id, 'test')
    await prisma.attempt.updateMany({ data: { outcome: null, durationMs: null } })
    const interrupted = { status: 'running', tries: 1, currentAttemptId: attempts[0]?.id ?? null }
    await prisma.run.update({ where: { id: runId }, data: interrupted })
    await prisma.$executeRaw`
      UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '30 seconds', locked_by = 'dead'`
    await work(testHandler(async () => 'done'))
    const after = await reaches(id, 'test', 'succeeded')
    expect(after.attempts.map(({ outcome }) => outcome)).toEqual(['lost', 'succeeded'])
    expect(await prisma.run.count({ where: { status: 'running' } })).toBe(0)
  })

  it('makes one attempt where two jobs came up for one run', async () => {
    const { event, work, reaches, prisma } = bench()
    const id = await event()
    let calls = 0
    const gate = defer<string>()
    await work(
      testHandler(() => {
        calls += 1
        return gate.promise
      }),
    )
    const run = await reaches(id, 'test', 'running')
    await prisma.$executeRaw`SELECT graphile_worker.add_job('execute_run', json_build_object('runId', ${run.id}::text, 'target', 'test'))`
    // The second looks in later, should the first be lost.
    await vi.waitFor(async () => {
      const [jobs] = await prisma.$queryRaw<{ later: number }[]>`
        SELECT count(*)::int AS later FROM graphile_worker.jobs WHERE run_at > now() + interval '5 seconds'`
      expect(jobs?.later).toBe(1)
    }, 5_000)
    gate.resolve('done')
    await reaches(id, 'test', 'succeeded')
    expect(calls).toBe(1)
  })

  it('takes up a run that was left without a job, but none that a replay will order', async () => {
    const { event, work, run, reaches, prisma } = bench()
    const handler = testHandler(async () => 'done')
    const [stranded, waiting] = [await event(), await event()]
    await processEvents(prisma, [handler], AbortSignal.timeout(10_000))
    await prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`
    await prisma.run.updateMany({ data: { createdAt: new Date(Date.now() - 120_000) } })
    const { id: runId } = await run(waiting, 'test')
    const replay = await prisma.replay.create({ data: { id: runId, kind: 'filter', actor: 'a test', excluded: {} } })
    await prisma.replayItem.create({ data: { replayId: replay.id, position: 1, runId, lane: 'a' } })
    await work(handler)
    await reaches(stranded, 'test', 'succeeded')
    expect(await run(waiting, 'test')).toMatchObject({ status: 'queued', attempts: [] })
  })
})
