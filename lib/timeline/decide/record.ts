import type { PoolClient } from 'pg'
import { actorName } from '@/lib/audit/record'
import { recordAuditIn } from '@/lib/audit/record-in'
import type { Actor } from '@/lib/auth/actor'
import { newId } from '@/lib/ingest/new-id'
import type { Decision } from '../partition'
import type { Standing } from './standing'

/** Writes a decision on a thing, and that it was made. */
export async function recordDecision(
  client: PoolClient,
  { id, storeId, kind }: Pick<Standing, 'id' | 'storeId' | 'kind'>,
  { verdict, names, others, actor, reason }: Omit<Decision, 'at'> & { actor: Actor; reason: string },
): Promise<void> {
  const decisionId = newId()
  // After every decision before it, even where the clock went back.
  await client.query(
    `INSERT INTO identity_decision (id, store_id, kind, verdict, names, others, actor, reason, created_at)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, greatest(clock_timestamp()::timestamptz(3), max(created_at) + interval '1 ms')
    FROM identity_decision WHERE store_id = $2 AND kind = $3`,
    [decisionId, storeId, kind, verdict, names, others, actorName(actor), reason],
  )
  await recordAuditIn(client, {
    actor,
    action: verdict === 'same' ? 'entity.linked' : 'entity.split',
    target: `entity:${id}`,
    detail: { decisionId, names: [...names], others: [...others], reason },
  })
}
