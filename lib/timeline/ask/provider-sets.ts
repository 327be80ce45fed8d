import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { Kind } from '../kinds'

/**
 * The sets of providers that have told of things of a kind together, those with this one in them: each is read once, by its
 * place in the index, however many things have it.
 */
export async function providerSets(kind: Kind, provider: string, client: PrismaClient): Promise<string[][]> {
  const ofKind = Prisma.sql`SELECT providers FROM entity WHERE merged_into IS NULL AND kind = ${kind}`
  const rows = await client.$queryRaw<{ providers: string[] }[]>(Prisma.sql`
    WITH RECURSIVE sets AS (
      (${ofKind} ORDER BY providers LIMIT 1)
      UNION ALL
      SELECT next.providers FROM sets CROSS JOIN LATERAL (
        ${ofKind} AND providers > sets.providers ORDER BY providers LIMIT 1) next)
    SELECT providers FROM sets WHERE ${provider} = ANY(providers)`)
  return rows.map(({ providers }) => providers)
}
