import { expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { Prisma } from '@/lib/db/client'
import { inSample, type Rate } from './sample'

const { client } = useTestDatabase()

it.each<Rate>([1, 16, 64, 256, 1_024, 4_096])('looks at one event in %i by the last bits of its id', async (rate) => {
  const endings = Prisma.sql`(
    SELECT ('019df000-0000-7000-8000-00000000' || lpad(to_hex(n), 4, '0'))::uuid AS id FROM generate_series(0, 65535) n)`
  const [row] = await client().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${endings} t WHERE ${inSample(Prisma.sql`t.id`, rate)}`
  expect(row?.count).toBe(65_536 / rate)
})

it.each<[Rate, string]>([
  [16, 'event_sample_16_idx'],
  [64, 'event_sample_16_idx'],
  [256, 'event_sample_256_idx'],
  [4_096, 'event_sample_256_idx'],
])('finds one event in %i by the index alone', async (rate, index) => {
  const [, plan] = await client().$transaction([
    client().$executeRaw`SET LOCAL enable_seqscan = off`,
    client().$queryRaw<Record<string, string>[]>`
      EXPLAIN SELECT t.id, t.source_id, t.type, t.verdict, t.received_at FROM event t WHERE ${inSample(Prisma.sql`t.id`, rate)}`,
  ])
  expect(plan.flatMap((row) => Object.values(row)).join('\n')).toContain(`Index Only Scan using ${index}`)
})
