import type { Actor } from '@/lib/auth/actor'
import { connect } from '@/lib/db/client'
import { exportEvents } from '@/lib/search/export/export-events'
import { exportQuerySchema } from '@/lib/search/export/schemas'
import { memoryOf } from '../memory'

const ACTOR: Actor = { kind: 'token', name: 'bench', role: 'viewer' }
const ROWS = 100_000
const QUERIES = { 'no filter': {}, 'a family of types': { q: 'type:order.*' } }

/** Exports what matches, up to 100,000 rows of it, in this process, and prints rows per second and how memory grew. */
export async function measureExport(databaseUrl: string, now: Date): Promise<void> {
  const client = connect(databaseUrl)
  console.log('\nExport, rows/s')
  try {
    for (const [title, asked] of Object.entries(QUERIES)) {
      for (const format of ['ndjson', 'csv'] as const) {
        const query = exportQuerySchema.parse({ rejected: 'include', format, ...asked })
        const startedAt = performance.now()
        const { stream } = await exportEvents(query, ACTOR, { signal: new AbortController().signal, client, now })
        const { rows, samples } = await read(stream)
        const seconds = (performance.now() - startedAt) / 1000
        const { firstQuarterBytes, lastQuarterBytes } = memoryOf(samples)
        const growth = (lastQuarterBytes / firstQuarterBytes).toFixed(2)
        console.log(
          `  ${title}, ${format}: ${Math.round(rows / seconds)} rows/s over ${rows} rows, memory growth ${growth}`,
        )
      }
    }
  } finally {
    await client.$disconnect()
  }
}

async function read(stream: ReadableStream<Uint8Array>): Promise<{ rows: number; samples: number[] }> {
  let rows = 0
  const samples: number[] = []
  for await (const chunk of stream) {
    for (const byte of chunk) if (byte === 10) rows += 1
    samples.push(process.memoryUsage.rss())
    if (rows >= ROWS) break
  }
  return { rows, samples }
}
