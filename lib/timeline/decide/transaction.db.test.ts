import { expect, it } from 'vitest'
import { inTransaction } from '@/lib/worker/in-transaction'
import { lockTimelines } from '../join/lock'
import { useTimelineBench } from '../testing/timeline-bench'
import { underLock } from './transaction'

const bench = useTimelineBench()

it('gives up where timelines stay busy, in words for people, and works again afterwards', async () => {
  const { pool, databaseUrl } = bench()
  const nothing = async () => 'decided'
  await inTransaction(pool, async (client) => {
    await lockTimelines(client)
    const busy = expect.objectContaining({ code: 'conflict', message: expect.stringContaining('busy') })
    await expect(underLock(databaseUrl, nothing, 50)).rejects.toEqual(busy)
  })
  expect(await underLock(databaseUrl, nothing, 50)).toBe('decided')
})

it('opens two connections at most, however many decide at once', async () => {
  const { pool, databaseUrl } = bench()
  await Promise.all(Array.from({ length: 8 }, () => underLock(databaseUrl, (client) => client.query('SELECT 1'))))
  const { rows } = await pool.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'jejak decision' AND datname = current_database()",
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.length).toBeLessThanOrEqual(2)
})

it('passes on what goes wrong in the work itself', async () => {
  const failing = () => Promise.reject(new Error('no such luck'))
  await expect(underLock(bench().databaseUrl, failing)).rejects.toThrow('no such luck')
})
