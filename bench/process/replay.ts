import { connect } from '@/lib/db/client'
import { forward } from '@/lib/handlers/forward'
import { orderReplay } from '@/lib/replay/order'
import { replaySchema } from '@/lib/replay/schemas'
import { type BenchServer, query } from '../database'
import { type MemoryFigures, memoryOf } from '../memory'
import { fillEvents } from './fill'
import { measure } from './measure'
import { makeRuns } from './scenarios'

export interface ReplayFigures {
  runs: number
  /** Until the order was accepted, and from the worker's begin until the last run was over. */
  orderSeconds: number
  runsPerSecond: number
  /** The worker's resident memory. */
  memory: MemoryFigures
}

/** As if the destination had been away for a day: each run failed for good after its eighth attempt. */
const FAIL_SQL = `
  WITH failed AS (
    UPDATE run SET status = 'failed', tries = 8, attempt_count = 8, finished_at = now(), failure_group = '0123456789abcdef'
    RETURNING id, target
  )
  INSERT INTO attempt (id, run_id, target, number, trigger, worker, started_at, duration_ms, outcome, error_name, error_message)
  SELECT gen_random_uuid(), id, target, 8, 'retry', 'gone', now() - interval '1 hour', 3, 'failed', 'Error',
    'The destination answered 500.' FROM failed`

const TEMPLATE = 'bench_failed'

/** Makes so many failed runs of a forward, and lets one worker replay all of them by filter. */
export async function measureReplay(server: BenchServer, count: number, receiver: string): Promise<ReplayFigures> {
  const url = await server.create(TEMPLATE)
  await fillEvents(url, count)
  await makeRuns(url, 'forward', receiver)
  await query(url, FAIL_SQL, 'TRUNCATE graphile_worker._private_jobs', 'VACUUM ANALYZE')
  const samples: number[] = []
  let orderSeconds = 0
  let runs = 0
  const runsPerSecond = await measure(server, {
    ...{ template: TEMPLATE, worker: 'jejak', processes: 1 },
    onMemory: (bytes) => samples.push(bytes),
    async before(databaseUrl) {
      const client = connect(databaseUrl)
      const order = replaySchema.parse({ filter: { status: 'failed' }, reason: 'The destination is mended.' })
      const actor = { kind: 'token', name: 'bench', role: 'operator' } as const
      const startedAt = performance.now()
      const replay = await orderReplay(order, actor, client, new Date(), [forward])
      orderSeconds = (performance.now() - startedAt) / 1000
      runs = replay.total
      await client.$disconnect()
    },
  })
  return { runs, orderSeconds, runsPerSecond, memory: memoryOf(samples) }
}
