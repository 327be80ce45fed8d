import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { idFloor } from '@/lib/db/id-time'
import { seedRun } from '@/lib/runs/testing'
import { measureBeyond } from './beyond-counted'
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

/** Events from a moment on, as many a second as asked, each delivered as often as asked; the last two bytes of their ids go through all. */
async function burst(from: string, parts: { events: number; perSecond: number; times?: number; verdict?: string }) {
  const { events, perSecond, times = 1, verdict = 'verified' } = parts
  const isRejected = verdict === 'rejected'
  await client().$executeRaw`
    WITH made AS (
      SELECT i, at, (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7000b' || lpad(to_hex(i), 15, '0'))::uuid AS id
      FROM (SELECT i, ${at(from)}::timestamptz + i * (interval '1 s' / ${perSecond}::int) AS at
        FROM generate_series(1, ${events}::int) AS i) AS m),
    delivered AS (
      INSERT INTO delivery (id, source_id, received_at, path, headers, body, body_bytes, verdict, verdict_detail, status, event_id)
      SELECT overlay(m.id::text PLACING lpad(to_hex(n), 3, '0') FROM 16)::uuid, ${source}::uuid, m.at, '/', '', '', 0, ${verdict}, '{}', 200,
        CASE WHEN ${isRejected} THEN NULL ELSE m.id END
      FROM made m, generate_series(1, ${times}::int) n)
    INSERT INTO event (id, source_id, provider, type, dedupe_key, first_delivery_id, verdict, received_at, last_received_at)
    SELECT id, ${source}::uuid, 'test', 'order.created', id::text, id, ${verdict}, at, at FROM made WHERE NOT ${isRejected}`
}

it('reckons a slice that is too busy to be counted, and says so', async () => {
  await burst('09:00:00', { events: 22_500, perSecond: 25 })
  expect(find(await readSlices('24h', NOW, client()), '09:00:00')).toEqual(reckonedSlice({ proven: 22_500 }))
})

it('reckons a burst within a slice for what it was, however it began', async () => {
  await burst('08:15:00', { events: 500, perSecond: 1 })
  await burst('08:29:00', { events: 30_000, perSecond: 1_000 })
  const slices = await readSlices('24h', NOW, client())
  expect(find(slices, '08:15:00')).toEqual(reckonedSlice({ proven: 30_500 }))
  expect(find(slices, '08:30:00')).toMatchObject({ proven: 0, isEstimate: false })
})

it('reckons what nobody could check by itself, and with each event that it was sent again', async () => {
  await burst('07:00:00', { events: 12_000, perSecond: 100, times: 3 })
  await burst('07:05:00', { events: 16_000, perSecond: 100, times: 3, verdict: 'unchecked' })
  const slice = find(await readSlices('24h', NOW, client()), '07:00:00')
  expect(slice).toEqual(reckonedSlice({ unchecked: 48_000, proven: 36_000 }))
})

it('counts all of a flood of rejected deliveries, and takes none of them for another', async () => {
  await burst('06:00:00', { events: 400, perSecond: 100 })
  await burst('06:05:00', { events: 25_000, perSecond: 500, verdict: 'rejected' })
  const slice = find(await readSlices('24h', NOW, client()), '06:00:00')
  expect(slice).toEqual(reckonedSlice({ proven: 400, rejected: 25_000 }))
})

it('reckons events with a failed run by themselves, each once', async () => {
  await burst('05:15:00', { events: 12_000, perSecond: 100 })
  await burst('05:20:00', { events: 26_000, perSecond: 1_000 })
  await client().$executeRaw`
    INSERT INTO run (id, event_id, event_type, target, handler, status, occurred_at)
    SELECT gen_random_uuid(), id, type, target, target, CASE WHEN received_at > since THEN 'failed' ELSE 'succeeded' END, received_at
    FROM event, (VALUES ('one', ${at('05:20:00')}::timestamptz), ('two', ${at('05:20:13')}::timestamptz)) AS t(target, since)
    WHERE received_at BETWEEN ${at('05:15:00')}::timestamptz AND ${at('05:30:00')}::timestamptz`
  const slice = find(await readSlices('24h', NOW, client()), '05:15:00')
  expect(slice).toEqual(reckonedSlice({ proven: 38_000, failed: 26_000 }))
})

it('reads a coarser sample where the finer one is large, to the same end', async () => {
  await burst('04:00:00', { events: 65_536, perSecond: 200 })
  const [low, high] = [idFloor(at('04:00:00')), idFloor(at('04:15:00'))]
  const reached = idFloor(at('04:01:00'))
  const [fine] = await measureBeyond([{ kind: 'total', low, high, reached }], client())
  const [coarse] = await measureBeyond([{ kind: 'total', low, high, reached }], client(), 1_000)
  expect(fine).toMatchObject({ rate: 16, events: { all: 4_096, counted: expect.closeTo(750, -0.5) } })
  expect(coarse).toMatchObject({ rate: 256, events: { all: 256, counted: expect.closeTo(47, -0.5) } })
})

/** Numbers near to those that are. */
function reckonedSlice(counts: Partial<Record<'proven' | 'unchecked' | 'rejected' | 'failed', unknown>>) {
  const near = (count: unknown) => (typeof count === 'number' ? expect.closeTo(count, -2.5) : count)
  const all = { proven: 0, unchecked: 0, rejected: 0, failed: 0, ...counts }
  return {
    at: expect.any(String),
    isEstimate: true,
    ...Object.fromEntries(Object.entries(all).map(([kind, count]) => [kind, near(count)])),
  }
}
