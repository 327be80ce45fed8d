import { hasRole, type Role } from '@/lib/auth/schemas'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { AttemptItem, AttemptOutcome, Trigger } from './schemas'

/** Of one run. */
const AT_MOST = 100

/** The attempts of many runs in the order made, the latest 100 of each, by run id. Operators and admins see the stack. */
export async function attemptsOf(
  runIds: readonly string[],
  role: Role,
  client: PrismaClient,
): Promise<Map<string, AttemptItem[]>> {
  const attempts = new Map<string, AttemptItem[]>(runIds.map((id) => [id, []]))
  if (runIds.length === 0) return attempts
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT a.* FROM unnest(${runIds}::uuid[]) AS run(id) CROSS JOIN LATERAL (
      SELECT * FROM attempt WHERE run_id = run.id ORDER BY number DESC LIMIT ${AT_MOST}) a
    ORDER BY a.run_id, a.number`)
  const seesStack = hasRole(role, 'operator')
  for (const row of rows) attempts.get(row.run_id)?.push(toItem(row, seesStack))
  return attempts
}

interface Row {
  id: string
  run_id: string
  number: number
  trigger: Trigger
  replay_id: string | null
  actor: string | null
  reason: string | null
  superseded_retry_at: Date | null
  started_at: Date
  duration_ms: number | null
  outcome: AttemptOutcome | null
  result: string | null
  error_name: string | null
  error_message: string | null
  error_stack: string | null
  request: AttemptItem['request']
  response: { status: number; headers: [name: string, value: string][] } | null
  response_body: Uint8Array | null
  response_truncated: boolean
}

function toItem(row: Row, seesStack: boolean): AttemptItem {
  return {
    id: row.id,
    number: row.number,
    trigger: row.trigger,
    replay: row.trigger === 'replay' ? { id: row.replay_id, actor: row.actor ?? '', reason: row.reason } : null,
    supersededRetryAt: row.superseded_retry_at?.toISOString() ?? null,
    startedAt: row.started_at.toISOString(),
    durationMs: row.duration_ms,
    outcome: row.outcome,
    result: row.result,
    error: toError(row, seesStack),
    request: row.request,
    response: row.response && {
      status: row.response.status,
      headers: row.response.headers,
      body: new TextDecoder().decode(row.response_body ?? undefined),
      truncated: row.response_truncated,
    },
  }
}

function toError(row: Row, seesStack: boolean): AttemptItem['error'] {
  if (row.error_name === null && row.error_message === null) return null
  return {
    name: row.error_name ?? 'Error',
    message: row.error_message ?? '',
    stack: seesStack ? row.error_stack : null,
  }
}
