import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { seedRun } from '@/lib/runs/testing'
import type { Slice } from './schemas'
import { readSlices } from './slices'
import { seedDelivery, seedSource } from './testing'

const { client } = useTestDatabase()
const NOW = new Date('2026-11-22T12:07:00Z')
const at = (time: string) => new Date(`2026-11-22T${time}Z`)
let source = ''

beforeAll(async () => {
  source = await seedSource(client(), 'default')
})

const find = (slices: Slice[], time: string) => slices.find((slice) => slice.at === at(time).toISOString())

it('counts deliveries by outcome, repeats too, in the quarter in which they came', async () => {
  const first = await seedDelivery(client(), source, { at: at('10:00:00') })
  await seedDelivery(client(), source, { at: at('10:14:59'), repeats: first.eventId ?? '' })
  await seedDelivery(client(), source, { at: at('10:10:00'), verdict: 'unchecked' })
  await seedDelivery(client(), source, { at: at('10:11:00'), verdict: 'rejected' })
  await seedDelivery(client(), source, { at: at('10:15:00'), verdict: 'rejected' })
  const slices = await readSlices('24h', NOW, client())
  expect(find(slices, '10:00:00')).toMatchObject({ proven: 2, unchecked: 1, rejected: 1, failed: 0, isEstimate: false })
  expect(find(slices, '10:15:00')).toMatchObject({ proven: 0, unchecked: 0, rejected: 1 })
})

it('counts an event once, however many of its runs failed, and none that is only being retried', async () => {
  const failed = await seedDelivery(client(), source, { at: at('11:00:00') })
  const retrying = await seedDelivery(client(), source, { at: at('11:01:00') })
  await seedRun(client(), failed.eventId ?? '', { status: 'failed' })
  await seedRun(client(), failed.eventId ?? '', { status: 'failed', target: 'another', handler: 'another' })
  await seedRun(client(), retrying.eventId ?? '', { status: 'retrying' })
  expect(find(await readSlices('24h', NOW, client()), '11:00:00')).toMatchObject({ proven: 2, failed: 1 })
})

it('covers the window from its first slice to the present one', async () => {
  const day = await readSlices('24h', NOW, client())
  expect([day[0]?.at, day.at(-1)?.at]).toEqual(['2026-11-21T12:00:00.000Z', '2026-11-22T12:00:00.000Z'])
  const week = await readSlices('7d', NOW, client())
  expect([week[0]?.at, week.length]).toEqual(['2026-11-15T12:00:00.000Z', 169])
  expect(find(week, '10:00:00')).toMatchObject({ proven: 2, unchecked: 1, rejected: 2 })
})

it('reckons a slice that is too busy to be counted, and says so', async () => {
  await client().$executeRaw`
    INSERT INTO delivery (id, source_id, received_at, path, headers, body, body_bytes, verdict, verdict_detail, status, event_id)
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(i), 19, '0'))::uuid,
      ${source}::uuid, at, '/', '', '', 0, 'verified', '{}', 200, gen_random_uuid()
    FROM (SELECT i, ${at('09:00:00')}::timestamptz + i * interval '40 ms' AS at FROM generate_series(0, 22499) AS i) AS d`
  const slice = find(await readSlices('24h', NOW, client()), '09:00:00')
  expect(slice).toMatchObject({ isEstimate: true, rejected: 0 })
  expect(slice?.proven).toBeGreaterThan(21_900)
  expect(slice?.proven).toBeLessThan(23_100)
})
