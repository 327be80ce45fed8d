import { Prisma } from '@/lib/db/client'
import { FINDING_RULE_NAMES, type FindingRule } from '../finding-rules'
import type { Kind } from '../kinds'
import type { EntityItem } from '../schemas'

export interface EntityRow {
  id: string
  kind: Kind
  storeId: string
  label: string
  state: string | null
  statuses: { provider: string; status: string }[] | null
  providers: string[]
  firstAt: Date
  lastAt: Date
  lastType: string
  mentions: number
  findings: string[]
  stuckAt: Date | null
}

/** The columns of an entity `t`; of its fields only what providers call its status, the latest first. */
export const ENTITY_COLUMNS = Prisma.sql`
  t.id, t.kind, t.store_id AS "storeId", t.label, t.state, t.providers, t.first_at AS "firstAt", t.last_at AS "lastAt",
  t.last_type AS "lastType", t.mentions, t.findings, t.stuck_at AS "stuckAt", (
    SELECT json_agg(json_build_object('provider', p.key, 'status', p.value -> 'status' ->> 'value') 
      ORDER BY (p.value -> 'status' ->> 'at')::numeric DESC, p.key)
    FROM json_each(t.fields) p WHERE p.value -> 'status' ->> 'value' IS NOT NULL) AS statuses`

/** A row as lists show it. `more` are the rules that time and other tables decide. */
export function toEntityItem(row: EntityRow, more: readonly FindingRule[]): EntityItem {
  const found = new Set<string>([...row.findings, ...more])
  return {
    ...{ id: row.id, kind: row.kind, label: row.label, state: row.state, statuses: row.statuses ?? [] },
    ...{ providers: row.providers, firstAt: row.firstAt.toISOString(), lastAt: row.lastAt.toISOString() },
    ...{ lastType: row.lastType, eventCount: row.mentions },
    findings: FINDING_RULE_NAMES.filter((rule) => found.has(rule)),
  }
}
