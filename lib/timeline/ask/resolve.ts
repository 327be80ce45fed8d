import { Prisma, type PrismaClient } from '@/lib/db/client'
import { isUuid } from '@/lib/db/id-time'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { KINDS, type Kind } from '../kinds'
import { TOLD_TYPES_SQL, type ToldType } from '../told-types'
import { exactNames } from './candidates'
import { ENTITY_COLUMNS, type EntityRow } from './entity-row'
import { namedSql } from './find-named'

/** A thing with all that is known of it. */
export interface ResolvedEntity extends EntityRow {
  fields: unknown
  storeName: string
  /** What the store changed of the rules, as it is stored. */
  settings: unknown
  /** What the store was told of. */
  toldTypes: ToldType[]
}

const MERGES_FOLLOWED = 50

/**
 * The thing of a kind that a text means: by its id, also by one that was joined into it, else by any identifier as any
 * provider writes it; where several have that one, the one with the latest news. Throws `not_found`.
 */
export async function resolveEntity(kind: Kind, text: string, client: PrismaClient): Promise<ResolvedEntity> {
  const [found] = isUuid(text) ? await client.$queryRaw<ResolvedEntity[]>(byId(kind, text)) : []
  if (found) return found
  const names = exactNames(text.trim(), [kind])
  const [named] = names.length > 0 ? await client.$queryRaw<ResolvedEntity[]>(byName(kind, names)) : []
  if (named) return named
  const what = JSON.stringify(text.slice(0, 100))
  throw new JejakError('not_found', say('missing.entity', { kind, what, path: KINDS[kind].path }))
}

const COLUMNS = Prisma.sql`${ENTITY_COLUMNS}, t.fields, s.name AS "storeName", s.timeline AS settings,
  ${Prisma.raw(TOLD_TYPES_SQL)} AS "toldTypes"`

function byId(kind: Kind, id: string): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE led AS (
      SELECT id, merged_into, 1 AS step FROM entity WHERE id = ${id}::uuid
      UNION ALL
      SELECT e.id, e.merged_into, led.step + 1 FROM led
      JOIN entity e ON e.id = led.merged_into WHERE led.step < ${MERGES_FOLLOWED})
    SELECT ${COLUMNS} FROM (SELECT id FROM led WHERE merged_into IS NULL LIMIT 1) l
    CROSS JOIN LATERAL (SELECT * FROM entity WHERE id = l.id OFFSET 0) t JOIN store s ON s.id = t.store_id
    WHERE t.kind = ${kind}`
}

function byName(kind: Kind, names: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT ${COLUMNS} FROM (SELECT DISTINCT entity_id FROM (${namedSql(names)}) f) f
    CROSS JOIN LATERAL (SELECT * FROM entity WHERE id = f.entity_id OFFSET 0) t JOIN store s ON s.id = t.store_id
    WHERE t.kind = ${kind} ORDER BY t.last_at DESC, t.id DESC LIMIT 1`
}
