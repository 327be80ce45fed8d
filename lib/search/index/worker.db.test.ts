import { expect, it, vi } from 'vitest'
import { testHandler, useWorkerBench } from '@/lib/worker/testing'

const bench = useWorkerBench()
const handler = testHandler(async () => 'done')

function indexed(ids: readonly string[]) {
  return vi.waitFor(
    async () => {
      const found = await bench().prisma.searchEntry.findMany({ orderBy: { id: 'asc' } })
      expect(found.map(({ id }) => id)).toEqual([...ids].sort())
    },
    { timeout: 15_000, interval: 20 },
  )
}

it('a worker indexes what is received', async () => {
  await bench().work(handler)
  const id = await bench().event()
  await indexed([id])
  expect(await bench().prisma.pendingIndex.count()).toBe(0)
})

it('a worker takes up what waits without anybody having asked for it', async () => {
  const id = await bench().event()
  await bench().prisma.pendingBatch.deleteMany()
  await bench().prisma.$executeRaw`SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))`
  await bench().prisma.pendingIndex.create({ data: { ids: [id] } })
  await bench().work(handler)
  await indexed([id])
})

it('a worker indexes within seconds a delivery that was rejected, for which nobody asks', async () => {
  await bench().work(handler)
  const id = await bench().event()
  await indexed([id])
  await bench().event({ secret: 'somebody-elses' })
  const { id: rejected } = await bench().prisma.delivery.findFirstOrThrow({ where: { eventId: null } })
  await indexed([id, rejected])
})
