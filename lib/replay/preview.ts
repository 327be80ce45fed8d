import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { withinTime } from '@/lib/db/within-time'
import type { Handler } from '@/lib/handlers/handler'
import { handlers } from '@/lib/handlers/registry'
import { invalidParameters } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import { countWaiting } from '@/lib/search/index/count-waiting'
import type { Target } from '@/lib/worker/targets'
import { type CountRow, countSql, toCounts } from './count'
import { explainExclusions } from './exclusions'
import type { PreviewOrder, ReplayPreview } from './schemas'
import { selectRuns } from './select'

const LONGEST_MS = 10_000

/**
 * What an order would replay, per target, and what it would leave out and why. Changes nothing. Throws `invalid_request`, also
 * for a query that asks for content and takes longer than `longestMs` to look through.
 */
export async function previewReplay(
  order: PreviewOrder,
  client: PrismaClient = db(),
  now = new Date(),
  all: readonly Handler[] = handlers,
  longestMs = LONGEST_MS,
): Promise<ReplayPreview> {
  const selection = await selectRuns(order, client, now, all)
  const { asksContent } = selection
  const ask = <Row>(statement: Prisma.Sql) =>
    asksContent ? inTime<Row>(client, longestMs, statement) : client.$queryRaw<Row[]>(statement)
  const [rows, rejected, waiting, rest] = await Promise.all([
    ask<CountRow & { matching: number }>(Prisma.sql`
      WITH ${selection.classified}
      SELECT c.*, (SELECT count(DISTINCT event_id)::int FROM classified) AS matching FROM (${countSql()}) c`),
    ask<{ count: number }>(selection.rejected),
    asksContent ? countWaiting(client, now) : 0,
    client.target.findMany({ where: { OR: [{ pausedAt: { not: null } }, { openedAt: { not: null } }] } }),
  ])
  const refused = rejected[0]?.count ?? 0
  const { events, runs, byTarget, excluded } = toCounts(rows, refused)
  const matching = (rows[0]?.matching ?? 0) + refused
  const resting = new Map(rest.map(({ key, pausedAt }) => [key, pausedAt ? 'paused' : 'circuit'] as const))
  const targets = selection.live.flatMap((target) => {
    const count = byTarget.get(target.key) ?? 0
    return count > 0 ? [toTarget(target, count, resting.get(target.key) ?? null)] : []
  })
  return { events, runs, matching, targets, excluded: explainExclusions(excluded), waiting }
}

async function inTime<Row>(client: PrismaClient, longestMs: number, statement: Prisma.Sql): Promise<Row[]> {
  const rows = await withinTime<Row>(client, longestMs, statement)
  if (rows) return rows
  const message = say('expected.quickQuery', { seconds: longestMs / 1000 })
  throw invalidParameters([{ parameter: 'filter.q', message }])
}

function toTarget(
  { key, handler, title, destination }: Target,
  runs: number,
  rests: 'paused' | 'circuit' | null,
): ReplayPreview['targets'][number] {
  const held = destination?.enabled === false ? 'disabled' : rests
  return { key, handler: handler.name, title, destinationId: destination?.id ?? null, runs, held }
}
