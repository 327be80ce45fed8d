import { beforeEach, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import type { Prisma } from '@/lib/db/client'
import { failureGroup } from '@/lib/worker/failure-shape'
import { failureGroups } from './failures'
import { EACH, ONCE, seedAttempt, seedCopy, seedDestination, seedEvent, seedRun } from './testing'

const { client } = useTestDatabase()
beforeEach(async () => {
  await client().$executeRaw`TRUNCATE event, delivery, run, attempt, event_copy, destination`
})

async function failing(message: string, at: string, change: Partial<Prisma.RunUncheckedCreateInput> = {}) {
  const eventId = await seedEvent(client())
  const target = change.destinationId ? `${EACH}:${change.destinationId}` : ONCE
  const group = failureGroup(target, message)
  const runId = await seedRun(client(), eventId, { status: 'failed', failureGroup: group, ...change })
  await seedAttempt(client(), runId, { outcome: 'failed', errorMessage: message, startedAt: new Date(at) })
  return { eventId, runId, group }
}

it('puts together what failed alike, the latest first', async () => {
  const first = await failing('order 17 has no "name"', '2026-11-01T00:00:00Z')
  await failing('out of stock', '2026-11-01T12:00:00Z')
  const last = await failing('order 4711 has no "city"', '2026-11-03T00:00:00Z', { status: 'retrying' })
  await failing('order 99 has no "name"', '2026-11-02T00:00:00Z')
  const groups = await failureGroups(client())
  expect(groups).toHaveLength(2)
  expect(groups[0]).toMatchObject({
    ...{ id: first.group, target: ONCE, handler: ONCE, destinationId: null, failed: 2, retrying: 1 },
    ...{ message: 'order … has no …', example: 'order 4711 has no "city"', lastEventId: last.eventId },
    ...{ firstAt: '2026-11-01T00:00:00.000Z', lastAt: '2026-11-03T00:00:00.000Z' },
  })
  expect(groups[1]).toMatchObject({ message: 'out of stock', failed: 1, retrying: 0 })
})

it('keeps destinations apart, and calls them by their names', async () => {
  const [a, b] = [await seedDestination(client(), 'Alfa'), await seedDestination(client(), 'Bravo')]
  await failing('status 500', '2026-11-01T00:00:00Z', { destinationId: a })
  await failing('status 503', '2026-11-02T00:00:00Z', { destinationId: b })
  expect((await failureGroups(client())).map(({ title, target }) => [title, target])).toEqual([
    ['Bravo', `${EACH}:${b}`],
    ['Alfa', `${EACH}:${a}`],
  ])
})

it('speaks of the attempt that failed, not of one that was put back since', async () => {
  const { runId } = await failing('status 500', '2026-11-01T00:00:00Z')
  await seedAttempt(client(), runId, { outcome: 'returned', errorMessage: 'The worker was stopped.' })
  expect(await failureGroups(client())).toMatchObject([{ example: 'status 500', lastAt: '2026-11-01T00:00:00.000Z' }])
})

it('leaves out what is made again, what succeeded and changed copies', async () => {
  const { runId, eventId, group } = await failing('no', '2026-11-01T00:00:00Z')
  const copyId = await seedCopy(client(), eventId)
  const edited = await seedRun(client(), eventId, { copyId, status: 'failed', failureGroup: group })
  await seedAttempt(client(), edited, { outcome: 'failed', errorMessage: 'no' })
  expect(await failureGroups(client())).toMatchObject([{ failed: 1 }])
  await client().run.update({ where: { id: runId }, data: { status: 'queued' } })
  expect(await failureGroups(client())).toEqual([])
})
