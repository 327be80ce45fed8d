import { Pool } from 'pg'
import { expect } from 'vitest'
import type { IngestBench } from '@/lib/ingest/testing'
import { joinWaiting } from '@/lib/timeline/join/join-waiting'
import { refreshOrdered } from '@/lib/timeline/testing/refresh-ordered'
import { processEvents } from '@/lib/worker/process-events'

/** Processes and joins whatever was received, and refreshes what lists show, as the worker does. */
export async function workOff({ prisma, databaseUrl }: Pick<IngestBench, 'prisma' | 'databaseUrl'>): Promise<void> {
  const { signal } = new AbortController()
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  try {
    await processEvents(prisma, [], signal)
    await joinWaiting(pool, signal)
    await refreshOrdered(pool)
  } finally {
    await pool.end()
  }
  expect(await prisma.pendingJoin.count()).toBe(0)
}
