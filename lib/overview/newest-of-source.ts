import { Prisma } from '@/lib/db/client'

/**
 * `WHERE` and `ORDER BY` that walk the rows of one source from the newest to that of the id `from`, over a table with an
 * index on (source_id, id), where `further` holds. Compared as pairs: for an equality PostgreSQL would rather walk back all
 * ids, past everything that came since a quiet source was last heard of.
 */
export function newestOfSource(source: Prisma.Sql, { further, from }: { further?: Prisma.Sql; from?: string } = {}) {
  return Prisma.sql`
    WHERE (source_id, id) >= (${source}, ${from ?? FIRST}::uuid) AND (source_id, id) <= (${source}, ${LAST}::uuid)
      AND ${further ?? Prisma.sql`true`}
    ORDER BY source_id DESC, id DESC`
}

const FIRST = '00000000-0000-0000-0000-000000000000'
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
