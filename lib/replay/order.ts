import type { Actor } from '@/lib/auth/actor'
import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import type { Handler } from '@/lib/handlers/handler'
import { handlers } from '@/lib/handlers/registry'
import { inFull } from '@/lib/search/in-full'
import { resolveTime } from '@/lib/search/language/times'
import { type CountRow, type Counts, countSql, toCounts } from './count'
import { getReplay } from './item'
import { makeMissing } from './make-missing'
import { placeReplay } from './place'
import type { ReplayFilter, ReplayItem, ReplayOrder } from './schemas'
import { type Selection, selectRuns } from './select'

/** A new destination may be given every event there is. */
export const LONGEST_ORDER = { timeout: 600_000 }

/**
 * Orders a selection of events, or all that matches a filter, to be run again in the background. Throws
 * `invalid_request`, and `conflict` where nothing is left to replay; it says what was left out and why.
 */
export async function orderReplay(
  order: ReplayOrder,
  actor: Actor,
  client: PrismaClient = db(),
  now = new Date(),
  all: readonly Handler[] = handlers,
): Promise<ReplayItem> {
  const selection = await selectRuns(order, client, now, all)
  const { reason, handlers: names, ratePerSecond, includeStale } = order
  const kind = order.filter ? 'filter' : 'events'
  const filter = order.filter && asQuery(order.filter, now)
  const id = await client.$transaction(
    (tx) =>
      placeReplay(
        tx,
        { kind, actor, reason, filter, handlers: names, ratePerSecond, includeStale },
        async (replayId) => {
          const counts = await placeItems(tx, replayId, selection, all)
          return { ...counts, detail: { events: counts.events } }
        },
      ),
    LONGEST_ORDER,
  )
  return getReplay(id, client)
}

/** Writes the items of a replay in the order in which their events occurred, and counts what it left out. */
export async function placeItems(
  tx: Prisma.TransactionClient,
  replayId: string,
  selection: Selection,
  all: readonly Handler[],
): Promise<Counts> {
  await makeMissing(tx, selection, all)
  // What came in since has no run yet and belongs to no replay: it takes its ordinary way.
  const rows = await tx.$queryRaw<CountRow[]>(Prisma.sql`
    WITH ${selection.classified}, placeable AS (
      SELECT * FROM classified WHERE exclusion IS NOT NULL OR run_id IS NOT NULL
    ), placed AS (
      INSERT INTO replay_item (replay_id, position, run_id, lane)
      SELECT ${replayId}::uuid, row_number() OVER (ORDER BY occurred_at, run_id), run_id, lane
      FROM placeable WHERE exclusion IS NULL
    )
    ${countSql(Prisma.sql`placeable`)}`)
  await dropUnused(tx, selection)
  const [rejected] = await tx.$queryRaw<{ count: number }[]>(selection.rejected)
  return toCounts(rows, rejected?.count ?? 0)
}

/** A run that was made for this replay and became stale meanwhile would wait for nobody. */
async function dropUnused(tx: Prisma.TransactionClient, { missing }: Selection): Promise<void> {
  if (missing.length === 0) return
  await tx.$executeRaw`
    DELETE FROM run r WHERE r.target = ANY(${missing.map(({ key }) => key)}::text[]) AND r.status = 'queued'
      AND r.attempt_count = 0 AND r.replay_id IS NULL AND r.created_at = now()::timestamptz(3)
      AND NOT EXISTS (SELECT FROM replay_item i WHERE i.run_id = r.id)
      AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs j WHERE j.key = 'run:' || r.id)`
}

/** A filter as the list of events would be asked for it later: `24h` means the 24 hours before the order. */
function asQuery(filter: ReplayFilter, now: Date): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]): [string, string][] => {
      if (value === undefined || (name === 'rejected' && value === 'exclude')) return []
      if (name === 'q') return [[name, inFull(String(value), now)]]
      if (name === 'from' || name === 'to')
        return [[name, resolveTime(String(value), now)?.toISOString() ?? String(value)]]
      return [[name, Array.isArray(value) ? value.join(',') : String(value)]]
    }),
  )
}
