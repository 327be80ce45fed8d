import type { Role } from '@/lib/auth/schemas'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import { handlers } from '@/lib/handlers/registry'
import { ceilings } from '@/lib/worker/retry-policy'
import { isSettled } from './at-work'
import { attemptsOf } from './attempts'
import { PILL_COLUMNS, PILL_TABLES, type PillRow, toPill } from './pills'
import type { AttemptItem, RunItem } from './schemas'
import { byHandler } from './titles'

/** The runs `r` that fit, with their attempts as somebody with this role may see them, in the order of the handlers. */
export async function runItems(condition: Prisma.Sql, role: Role, client: PrismaClient): Promise<RunItem[]> {
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${PILL_COLUMNS}, r.event_id, r.tries, r.created_at, r.finished_at,
      c.id AS copy_id, c.actor AS copy_actor, c.reason AS copy_reason, c.created_at AS copied_at
    FROM ${PILL_TABLES} LEFT JOIN event_copy c ON c.id = r.copy_id
    WHERE ${condition} ORDER BY r.id`)
  const attempts = await attemptsOf(
    rows.map(({ id }) => id),
    role,
    client,
  )
  return rows.map((row) => toItem(row, attempts.get(row.id) ?? [])).sort(byHandler)
}

interface Row extends PillRow {
  event_id: string
  tries: number
  created_at: Date
  finished_at: Date | null
  copy_id: string | null
  copy_actor: string | null
  copy_reason: string | null
  copied_at: Date | null
}

function toItem(row: Row, attempts: AttemptItem[]): RunItem {
  const policy = handlers.find(({ name }) => name === row.handler)?.retry
  const waits = policy && !isSettled(row) ? ceilings(policy).slice(Math.max(0, row.tries - 1)) : []
  return {
    ...toPill(row),
    eventId: row.event_id,
    edited: row.copy_id
      ? {
          id: row.copy_id,
          actor: row.copy_actor ?? '',
          reason: row.copy_reason ?? '',
          createdAt: row.copied_at?.toISOString() ?? '',
        }
      : null,
    tries: row.tries,
    maxTries: policy?.attempts ?? row.tries,
    scheduleSeconds: waits.map((ms) => Math.round(ms / 1000)),
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    attempts,
  }
}
