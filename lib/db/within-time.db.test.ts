import { expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { Prisma } from './client'
import { withinTime } from './within-time'

const { client } = useTestDatabase()

it('answers what is quick, and null where a statement is not', async () => {
  expect(await withinTime(client(), 5_000, Prisma.sql`SELECT 1 AS one`)).toEqual([{ one: 1 }])
  expect(await withinTime(client(), 20, Prisma.sql`SELECT pg_sleep(30)::text`)).toBeNull()
})

it('waits as long as it is told, beyond the five seconds that a transaction has of its own accord', async () => {
  expect(await withinTime(client(), 9_000, Prisma.sql`SELECT pg_sleep(5.3)::text AS slept`)).toEqual([{ slept: '' }])
})

it('leaves other statements without a limit', async () => {
  await withinTime(client(), 20, Prisma.sql`SELECT 1 AS one`)
  expect(await client().$queryRaw`SELECT current_setting('statement_timeout') AS ms`).toEqual([{ ms: '0' }])
})

it('passes other errors on', async () => {
  await expect(withinTime(client(), 5_000, Prisma.sql`SELECT 1 / 0`)).rejects.toThrow('division by zero')
})
