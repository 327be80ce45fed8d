import { expect, it, vi } from 'vitest'
import { ADMIN } from '@/lib/auth/testing'
import { updateStore } from '@/lib/stores/change'
import { testHandler, useWorkerBench } from '@/lib/worker/testing'
import { DEFAULT_SETTINGS } from '../settings'

const bench = useWorkerBench()
const handler = testHandler(async () => 'done')

/** Waits until the order stands, and satisfies `check`. */
function orderThat(check: (order: { findings: string[]; mentions: number }) => boolean) {
  return vi.waitFor(
    async () => {
      const order = await bench().prisma.entity.findFirstOrThrow({ where: { kind: 'order' } })
      if (!check(order)) throw new Error(`not yet: ${JSON.stringify(order)}`)
      return order
    },
    { timeout: 15_000, interval: 20 },
  )
}

it('a worker puts what is received on timelines', async () => {
  await bench().work(handler)
  await bench().event()
  await orderThat(({ mentions }) => mentions === 1)
  expect(await bench().prisma.pendingJoin.count()).toBe(0)
})

it('a worker takes up what waits without anybody having asked for it', async () => {
  const id = await bench().event()
  await bench().prisma.pendingBatch.deleteMany()
  await bench().prisma.$executeRaw`SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))`
  await bench().prisma.pendingJoin.create({ data: { eventIds: [id] } })
  await bench().work(handler)
  await orderThat(({ mentions }) => mentions === 1)
})

it('an event that is received again is told to be so, although it is not processed again', async () => {
  await bench().work(handler)
  await bench().event({ eventId: 'evt_again' })
  await orderThat(({ findings }) => !findings.includes('repeated_delivery'))
  await bench().event({ eventId: 'evt_again' })
  await orderThat(({ findings }) => findings.includes('repeated_delivery'))
  expect(await bench().prisma.run.count()).toBe(1)
})

it('a change of the rules of a store reaches what lists show, without any news', async () => {
  await bench().work(handler)
  await bench().event({ eventId: 'evt_rules' })
  await bench().event({ eventId: 'evt_rules' })
  const { storeId } = await orderThat(({ findings }) => findings.includes('repeated_delivery'))
  const timeline = { ...DEFAULT_SETTINGS, disabledRules: ['repeated_delivery'] }
  await updateStore(storeId, { timeline }, ADMIN, bench().prisma)
  await orderThat(({ findings }) => !findings.includes('repeated_delivery'))
})
