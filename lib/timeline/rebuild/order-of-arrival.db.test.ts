import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ADMIN } from '@/lib/auth/testing'
import { type Delivery, send } from '@/lib/ingest/testing'
import type { Happening } from '@/lib/providers/happening'
import { providers } from '@/lib/providers/registry'
import { canonicalDump } from '../testing/canonical-dump'
import { refreshOrdered } from '../testing/refresh-ordered'
import { customer, customerCreated, messageFrom, orderStep, useTimelineBench } from '../testing/timeline-bench'
import { orderRebuild } from './order'
import { workOnRebuild } from './work'

const day = (date: number) => new Date(Date.UTC(2024, 0, date))
const PHONE = '+6281234567890'
const [ANI, BUDI] = [customer('ani', { phone: PHONE }), customer('budi', { phone: PHONE })]
const moved = { ...ANI, email: 'ani.new@example.test', phone: '+6285550001111' }
const parcel = { awb: 'JNE0001', courier: 'JNE', service: 'REG' }

/** Two people with one phone, one of whom gets another; a number that is given anew; a parcel. */
const happenings: Happening[] = [
  customerCreated(ANI, day(1)),
  customerCreated(BUDI, day(1)),
  messageFrom(ANI, 'm1', day(2)),
  orderStep('1001', 'placed', ANI, { at: day(3), createdAt: day(3) }),
  orderStep('1001', 'paid', ANI, { at: day(3), createdAt: day(3) }),
  orderStep('1001', 'packed', ANI, { at: day(4), createdAt: day(3) }),
  awbOf('1001', day(5)),
  orderStep('1001', 'shipped', ANI, { at: day(5), createdAt: day(3) }),
  orderStep('1002', 'placed', BUDI, { at: day(6), createdAt: day(6) }),
  orderStep('1001', 'completed', moved, { at: day(9), createdAt: day(3) }),
  { kind: 'customer', step: 'updated', customer: moved, key: 'moved', at: day(10) },
  messageFrom(moved, 'm2', day(11)),
  orderStep('1001', 'placed', BUDI, { key: 'anew', at: day(400), createdAt: day(400) }),
  orderStep('1001', 'packed', BUDI, { key: 'anew', at: day(401), createdAt: day(400) }),
]

function awbOf(number: string, at: Date): Happening {
  const step = orderStep(number, 'shipped', ANI, { at, createdAt: day(3) })
  if (step.kind !== 'order') throw new Error('a step of an order is about an order')
  return { kind: 'awb', step: 'generated', order: step.order, parcel, key: 'awb1', at }
}

const deliveries: Delivery[] = happenings.flatMap((happening) =>
  providers.flatMap((provider) =>
    provider.announce(happening).map(({ body, ...announced }) => ({
      ...{ provider, ...announced, body: new TextEncoder().encode(body) },
    })),
  ),
)

/** Derived, and then what it is derived from. */
const TIMELINES = 'mention, naming, naming_name, naming_tie, entity, told_type'
const RECEIVED = 'event, event_identifier, delivery, run, pending_batch, pending_join, rebuild'

const bench = useTimelineBench()

/** What the timelines say after these came in this order, in parts that are joined one by one; then after a rebuild. */
async function told(arrivals: readonly Delivery[], parts: number): Promise<[joined: unknown, rebuilt: unknown]> {
  const { prisma, url, pool, join } = bench()
  await prisma.$executeRawUnsafe(`TRUNCATE ${TIMELINES}, ${RECEIVED}`)
  for (let part = 0; part < parts; part++) {
    const [from, to] = [part, part + 1].map((end) => Math.floor((end * arrivals.length) / parts))
    for (const delivery of arrivals.slice(from, to)) await send(url, delivery)
    await join()
  }
  const joined = await canonicalDump(prisma)
  await prisma.$executeRawUnsafe(`TRUNCATE ${TIMELINES}`)
  await workOnRebuild(pool, (await orderRebuild(ADMIN, prisma)).id, new AbortController().signal)
  await refreshOrdered(pool)
  return [joined, await canonicalDump(prisma)]
}

it('comes to the same whatever the order of arrival, with repeats, and so does a rebuild', {
  timeout: 60_000,
}, async () => {
  const [expected, rebuilt] = await told(deliveries, 1)
  expect(rebuilt).toEqual(expected)
  const arrivals = fc.record({
    order: fc.shuffledSubarray(deliveries, { minLength: deliveries.length }),
    repeated: fc.subarray(deliveries, { maxLength: 6 }),
    parts: fc.constantFrom(1, 3, 8),
  })
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ order, repeated, parts }) => {
      const dumps = await told([...order, ...repeated], parts)
      for (const dump of dumps) expect(withoutArrival(dump)).toEqual(withoutArrival(expected))
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

/** What is said of the arrival itself. */
function withoutArrival(dump: unknown): unknown {
  return JSON.parse(JSON.stringify(dump, (key, value) => (key === 'findings' ? undefined : value)))
}
