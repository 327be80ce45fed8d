import { Pool } from 'pg'
import { expect } from 'vitest'
import type { IngestBench } from '@/lib/ingest/testing'
import { joinWaiting } from '@/lib/timeline/join/join-waiting'
import { processEvents } from '@/lib/worker/process-events'

/** Processes and joins whatever was received, as the worker does. */
export async function workOff({ prisma, databaseUrl }: Pick<IngestBench, 'prisma' | 'databaseUrl'>): Promise<void> {
  const { signal } = new AbortController()
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  try {
    await processEvents(prisma, [], signal)
    await joinWaiting(pool, signal)
  } finally {
    await pool.end()
  }
  expect(await prisma.pendingJoin.count()).toBe(0)
}
