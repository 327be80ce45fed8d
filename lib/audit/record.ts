import type { Actor } from '@/lib/auth/actor'
import type { Prisma } from '@/lib/db/client'

/** Everything that is recorded in the audit, by what was done to what. */
export type AuditAction =
  | 'user.created'
  | 'user.updated'
  | 'token.created'
  | 'token.revoked'
  | 'source.created'
  | 'source.updated'
  | 'secret.added'
  | 'secret.retired'
  | 'samples.sent'
  | 'destination.created'
  | 'destination.updated'
  | 'destination.deleted'
  | 'destination.disabled'
  | 'destination.secret_renewed'
  | 'destination.tested'
  | 'target.paused'
  | 'target.resumed'
  | 'replay.ordered'
  | 'replay.paused'
  | 'replay.resumed'
  | 'replay.cancelled'
  | 'event.edited'
  | 'entity.linked'
  | 'entity.split'
  | 'rebuild.ordered'
  | 'store.updated'
  | 'view.saved'
  | 'view.changed'
  | 'view.removed'
  | 'events.exported'

export interface AuditRecord {
  actor: Actor | 'system'
  action: AuditAction
  /** What it was done to, by kind and id: `source:<id>`, `target:<key>`, `entity:<id>`. */
  target: string
  /** What changed, in JSON. Never a password, a secret or a token. */
  detail?: Prisma.InputJsonObject
}

/** Records who did what, in the transaction of the change itself: neither stands without the other. */
export async function recordAudit(tx: Prisma.TransactionClient, record: AuditRecord): Promise<void> {
  await tx.auditEntry.create({
    data: {
      actor: actorName(record.actor),
      action: record.action,
      target: record.target,
      ...(record.detail ? { detail: record.detail } : {}),
    },
  })
}

/** An actor in one word, as the audit, attempts and replays keep it: `user:<email>`, `token:<name>` or `system`. */
export function actorName(actor: Actor | 'system'): string {
  if (actor === 'system') return 'system'
  return actor.kind === 'user' ? `user:${actor.email}` : `token:${actor.name}`
}
