import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { DecisionItem } from '../schemas'

type Row = Omit<DecisionItem, 'createdAt'> & { createdAt: Date }

const MOST = 100

/** What people decided about things with any of these names, the latest first: at most 100. */
export async function decisionsOn(
  entity: { storeId: string; kind: string },
  names: readonly string[],
  client: PrismaClient,
): Promise<DecisionItem[]> {
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT id, verdict, names, others, actor, reason, created_at AS "createdAt" FROM identity_decision
    WHERE store_id = ${entity.storeId}::uuid AND kind = ${entity.kind}
      AND (names && ${names}::text[] OR others && ${names}::text[])
    ORDER BY created_at DESC, id DESC LIMIT ${MOST}`)
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}
