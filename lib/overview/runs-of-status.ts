import { Prisma } from '@/lib/db/client'
import type { RunStatus } from '@/lib/runs/schemas'

/**
 * `FROM`, `WHERE` and `ORDER BY` that walk the runs of a status other than `succeeded` in the order of their events. Compared
 * as pairs: for an equality PostgreSQL would rather gather all of them and sort.
 */
export function runsOfStatus(status: Exclude<RunStatus, 'succeeded'>, order: 'oldest' | 'newest'): Prisma.Sql {
  const direction = Prisma.raw(order === 'newest' ? 'DESC' : 'ASC')
  return Prisma.sql`
    FROM run WHERE (status, event_id) >= (${status}, '00000000-0000-0000-0000-000000000000'::uuid)
      AND (status, event_id) <= (${status}, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) AND status <> 'succeeded'
    ORDER BY status ${direction}, event_id ${direction}`
}
