import type { PoolClient } from 'pg'
import { v7 } from 'uuid'
import { type AuditRecord, actorName } from './record'

/** `recordAudit` for a change that is made on a connection of its own. */
export async function recordAuditIn(client: PoolClient, { actor, action, target, detail }: AuditRecord): Promise<void> {
  await client.query('INSERT INTO audit_entry (id, actor, action, target, detail) VALUES ($1, $2, $3, $4, $5)', [
    v7(),
    actorName(actor),
    action,
    target,
    detail ? JSON.stringify(detail) : null,
  ])
}
