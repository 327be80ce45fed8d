import { v7 } from 'uuid'
import { connect, type PrismaClient } from '@/lib/db/client'
import { createDestinationSchema } from '@/lib/destinations/schemas'
import { secretContext } from '@/lib/destinations/secret-context'
import { forward } from '@/lib/handlers/forward'
import type { Handler } from '@/lib/handlers/handler'
import { createVault } from '@/lib/vault/vault'
import { processEvents } from '@/lib/worker/process-events'
import { type BenchServer, query } from '../database'
import { emptyHandler } from './empty-handler'
import { MASTER_SECRET } from './fill'

export interface Scenario {
  name: 'empty' | 'forward'
  title: string
  /** Runs made of recorded events, and put into the queue, per second. */
  madePerSecond: number
}

const HANDLERS: Record<Scenario['name'], { title: string; handler: Handler }> = {
  empty: { title: 'an empty handler', handler: emptyHandler },
  forward: { title: 'a forward to a local receiver', handler: forward },
}

/** The name of a database with all runs of a scenario in the queue, for one of the contenders. */
export function templateOf(scenario: Scenario['name'], contender: string): string {
  return `bench_${scenario}_${contender}`
}

/** Makes the runs of every event in `from`, as jobs of Jejak's in one database and of the bare worker's in another. */
export async function prepareScenario(
  server: BenchServer,
  from: string,
  name: Scenario['name'],
  receiver: string,
): Promise<Scenario> {
  const own = templateOf(name, 'jejak')
  const madePerSecond = await makeRuns(await server.copy(from, own), name, receiver)
  const bare = await server.copy(own, templateOf(name, 'bare'))
  await query(bare, 'TRUNCATE graphile_worker._private_jobs', BARE_JOBS_SQL, 'VACUUM ANALYZE')
  return { name, title: HANDLERS[name].title, madePerSecond }
}

/** Makes the runs of every event that waits, and puts them into the queue. Answers how many per second. */
export async function makeRuns(url: string, name: Scenario['name'], receiver: string): Promise<number> {
  const { handler } = HANDLERS[name]
  const client = connect(url)
  if (handler.perDestination) await addDestination(client, receiver)
  const startedAt = performance.now()
  await processEvents(client, [handler], new AbortController().signal)
  const seconds = (performance.now() - startedAt) / 1000
  const made = await client.run.count()
  await client.$disconnect()
  await query(url, 'VACUUM ANALYZE')
  return made / seconds
}

const BARE_JOBS_SQL = `SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
  SELECT ROW('bare_run', json_build_object('runId', id), NULL, NULL, NULL, NULL, NULL, NULL)::graphile_worker.job_spec
  FROM run ORDER BY id))`

/** A destination as the API would make it. */
export async function addDestination(client: PrismaClient, url: string): Promise<void> {
  const store = await client.store.findFirstOrThrow()
  const { sources, headers, ...input } = createDestinationSchema.parse({ name: 'Receiver', url })
  const id = v7()
  const secret = createVault(MASTER_SECRET).seal(`whsec_${Buffer.alloc(32, 7).toString('base64')}`, secretContext(id))
  await client.destination.create({
    data: {
      ...input,
      id,
      storeId: store.id,
      secret,
      secretHint: '',
      sourceIds: sources,
      headerNames: Object.keys(headers),
    },
  })
}
