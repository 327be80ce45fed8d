import type { PrismaClient } from '@/lib/db/client'
import type { Held } from '@/lib/runs/schemas'
import { runTitle } from '@/lib/runs/titles'
import type { ReplayDetail } from './schemas'

/**
 * What a replay waits for: handlers and destinations that take no work just now, those with most of its runs first. The runs that
 * wait are counted by their lanes, which begin with the target: there may be far more than are worth looking up.
 */
export async function readHeld(id: string, client: PrismaClient): Promise<ReplayDetail['held']> {
  if (!(await isAnythingHeld(client))) return []
  const rows = await client.$queryRaw<Row[]>`
    WITH open AS (
      SELECT split_part(lane, '|', 1) AS key, count(*)::int AS runs FROM replay_item
      WHERE replay_id = ${id}::uuid AND state IN ('waiting', 'ordered') GROUP BY 1
    ), running AS (
      SELECT r.target AS key, count(*)::int AS runs FROM replay_item i JOIN run r ON r.id = i.run_id
      WHERE i.replay_id = ${id}::uuid AND i.state = 'ordered' AND r.status = 'running' GROUP BY 1
    )
    SELECT o.key, split_part(o.key, ':', 1) AS handler, d.id AS destination_id, d.name AS destination,
      o.runs - coalesce(w.runs, 0) AS runs, t.probe_at,
      CASE WHEN NOT d.enabled THEN 'disabled' WHEN t.paused_at IS NOT NULL THEN 'paused' ELSE 'circuit' END AS held
    FROM open o LEFT JOIN running w ON w.key = o.key
    LEFT JOIN target t ON t.key = o.key
    LEFT JOIN destination d ON d.id = nullif(split_part(o.key, ':', 2), '')::uuid
    WHERE o.runs > coalesce(w.runs, 0) AND d.deleted_at IS NULL
      AND (NOT d.enabled OR t.paused_at IS NOT NULL OR t.opened_at IS NOT NULL)
    ORDER BY runs DESC, o.key`
  return rows.map(({ key, handler, destination_id, destination, runs, held, probe_at }) => ({
    ...{ key, runs, held },
    title: runTitle(handler, destination),
    destinationId: destination_id,
    nextAttemptAt: held === 'circuit' ? (probe_at?.toISOString() ?? null) : null,
  }))
}

/** Hardly ever: then a replay's page, which asks every second, need not count. */
async function isAnythingHeld(client: PrismaClient): Promise<boolean> {
  const [found] = await client.$queryRaw<{ is_held: boolean }[]>`
    SELECT EXISTS (SELECT FROM target WHERE paused_at IS NOT NULL OR opened_at IS NOT NULL)
      OR EXISTS (SELECT FROM destination WHERE NOT enabled AND deleted_at IS NULL) AS is_held`
  return found?.is_held ?? false
}

interface Row {
  key: string
  handler: string
  destination_id: string | null
  destination: string | null
  runs: number
  held: Held
  probe_at: Date | null
}
