import type { PrismaClient } from '@/lib/db/client'
import type { Term } from '@/lib/search/language/term'
import { failureGroup, shapeOf } from '@/lib/worker/failure-shape'
import type { ReplayDetail } from './schemas'

const RUNS_AT_MOST = 200

/**
 * The groups of failures that `terms` ask for by id, as far as they are known from what the first 200 runs of a replay failed
 * with: a run that was made again has left its group, but its attempts still say what it was.
 */
export async function readAskedFailures(
  id: string,
  terms: readonly Term[],
  client: PrismaClient,
): Promise<ReplayDetail['askedFailures']> {
  const asked = new Set(terms.flatMap((term) => (term.kind === 'field' && term.key === 'failure' ? term.values : [])))
  if (asked.size === 0) return []
  const rows = await client.$queryRaw<{ target: string; message: string }[]>`
    SELECT DISTINCT r.target, a.error_message AS message
    FROM (
      SELECT run_id FROM replay_item WHERE replay_id = ${id}::uuid ORDER BY position LIMIT ${RUNS_AT_MOST}
    ) i JOIN run r ON r.id = i.run_id JOIN attempt a ON a.run_id = r.id
    WHERE a.outcome IN ('failed', 'timed_out', 'lost') AND a.error_message IS NOT NULL`
  const known = new Map(rows.map(({ target, message }) => [failureGroup(target, message), { target, message }]))
  return [...asked].flatMap((group) => {
    const found = known.get(group)
    return found ? [{ id: group, target: found.target, message: shapeOf(found.message) }] : []
  })
}
