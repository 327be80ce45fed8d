import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { readLag } from './lag'
import { readLatest } from './latest'
import { readShares } from './shares'
import { readSources } from './sources'
import { seedDelivery, seedSource } from './testing'

const { client } = useTestDatabase()
const NOW = new Date()
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

/** Deliveries of a source of its own, `ago` minutes each, the oldest first. */
async function seed(
  slug: string,
  deliveries: { ago: number; verdict?: 'rejected'; reason?: string; status?: number }[],
) {
  const source = await seedSource(client(), slug)
  const made = []
  for (const { ago, ...rest } of deliveries)
    made.push(await seedDelivery(client(), source, { at: minutesAgo(ago), ...rest }))
  return { source, made }
}

describe('the latest deliveries of a source', () => {
  it('have a rhythm, repeats and rejected ones among them', async () => {
    const { source, made } = await seed(
      'rhythm',
      [20, 19, 18, 17, 16, 15, 14, 12, 11].map((ago) => ({ ago })),
    )
    await seedDelivery(client(), source, { at: minutesAgo(13), verdict: 'rejected' })
    await seedDelivery(client(), source, { at: minutesAgo(5), repeats: made[0]?.eventId ?? '' })
    const latest = (await readLatest([source], client())).get(source)
    expect(latest?.lastReceivedAt).toBe(minutesAgo(5).toISOString())
    expect(latest?.rhythm).toMatchObject({ gaps: 10, medianSeconds: 60, longestSeconds: 360 })
    expect(latest?.rhythm?.p95Seconds).toBeGreaterThan(60)
  })

  it('have no rhythm while they are few', async () => {
    const { source } = await seed('few', [{ ago: 2 }, { ago: 1 }])
    expect((await readLatest([source], client())).get(source)?.rhythm).toBeNull()
  })

  it('are counted as refused in a row since the last one that was accepted', async () => {
    const refused = { verdict: 'rejected' as const, reason: 'signature_mismatch' }
    const { source, made } = await seed('streak', [
      ...[{ ago: 9, ...refused }, { ago: 8 }],
      ...[
        { ago: 7, ...refused },
        { ago: 6, ...refused, reason: 'missing_signature' },
        { ago: 5, ...refused },
      ],
    ])
    expect((await readLatest([source], client())).get(source)).toMatchObject({
      streak: { value: 3, precision: 'exact' },
      reason: 'signature_mismatch',
      lastRefusedId: made.at(-1)?.id,
    })
    await seedDelivery(client(), source, { at: minutesAgo(4), repeats: made[1]?.eventId ?? '' })
    expect((await readLatest([source], client())).get(source)).toMatchObject({
      ...{ streak: { value: 0 }, reason: null, lastRefusedId: null },
    })
  })

  it('are not refused where what is rejected is answered with 200', async () => {
    const { source } = await seed('quarantine', [{ ago: 3, verdict: 'rejected', status: 200 }])
    expect((await readLatest([source], client())).get(source)?.streak.value).toBe(0)
  })

  it('are those of each source alone', async () => {
    const [one, other] = [await seed('one', [{ ago: 3 }]), await seed('other', [{ ago: 1, verdict: 'rejected' }])]
    const latest = await readLatest([one.source, other.source], client())
    expect(latest.get(one.source)).toMatchObject({ lastReceivedAt: minutesAgo(3).toISOString(), streak: { value: 0 } })
    expect(latest.get(other.source)?.streak.value).toBe(1)
  })
})

it('measures how late news arrives, samples and clocks that run ahead aside', async () => {
  const source = await seedSource(client(), 'lag')
  for (const seconds of [10, 20, 30, -50, 90 * 86_400]) {
    const at = minutesAgo(1)
    await seedDelivery(client(), source, { at, occurredAt: new Date(at.getTime() - seconds * 1000) })
  }
  await seedDelivery(client(), source, { at: minutesAgo(1) })
  expect((await readLag([source], client())).get(source)).toMatchObject({ events: 4, p50Seconds: 15 })
})

it('counts new events and rejected deliveries since a moment', async () => {
  const { source, made } = await seed('share', [
    { ago: 90 },
    { ago: 50 },
    { ago: 40 },
    { ago: 30, verdict: 'rejected' },
  ])
  await seedDelivery(client(), source, { at: minutesAgo(20), repeats: made[1]?.eventId ?? '' })
  expect((await readShares([source], minutesAgo(60), client())).get(source)).toEqual({
    accepted: { value: 2, precision: 'exact' },
    rejected: { value: 1, precision: 'exact' },
  })
})

it('knows a source that nothing ever came to', async () => {
  const id = await seedSource(client(), 'unheard')
  const found = (await readSources(minutesAgo(60), NOW, client())).find((source) => source.id === id)
  expect(found).toMatchObject({
    ...{ hasSecret: false, lastReceivedAt: null, rhythm: null, lag: null, accepted: { value: 0, precision: 'exact' } },
    patience: { streak: { value: 0, precision: 'exact' }, retries: { expected: 0, nextAt: null } },
  })
})
