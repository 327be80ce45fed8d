import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import type { Handler } from '@/lib/handlers/handler'
import { handlers } from '@/lib/handlers/registry'
import type { Target } from '@/lib/worker/targets'
import { type CountRow, countSql, toCounts } from './count'
import { explainExclusions } from './exclusions'
import type { PreviewOrder, ReplayPreview } from './schemas'
import { selectRuns } from './select'

/** What an order would replay, per target, and what it would leave out and why. Changes nothing. Throws `invalid_request`. */
export async function previewReplay(
  order: PreviewOrder,
  client: PrismaClient = db(),
  now = new Date(),
  all: readonly Handler[] = handlers,
): Promise<ReplayPreview> {
  const selection = await selectRuns(order, client, now, all)
  const [rows, rejected, rest] = await Promise.all([
    client.$queryRaw<CountRow[]>(Prisma.sql`WITH ${selection.classified} ${countSql()}`),
    client.$queryRaw<{ count: number }[]>(selection.rejected),
    client.target.findMany({ where: { OR: [{ pausedAt: { not: null } }, { openedAt: { not: null } }] } }),
  ])
  const { events, runs, byTarget, excluded } = toCounts(rows, rejected[0]?.count ?? 0)
  const resting = new Map(rest.map(({ key, pausedAt }) => [key, pausedAt ? 'paused' : 'circuit'] as const))
  const targets = selection.live.flatMap((target) => {
    const count = byTarget.get(target.key) ?? 0
    return count > 0 ? [toTarget(target, count, resting.get(target.key) ?? null)] : []
  })
  return { events, runs, targets, excluded: explainExclusions(excluded) }
}

function toTarget(
  { key, handler, title, destination }: Target,
  runs: number,
  rests: 'paused' | 'circuit' | null,
): ReplayPreview['targets'][number] {
  const held = destination?.enabled === false ? 'disabled' : rests
  return { key, handler: handler.name, title, destinationId: destination?.id ?? null, runs, held }
}
