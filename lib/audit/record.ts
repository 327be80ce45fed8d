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

export interface AuditRecord {
  actor: Actor | 'system'
  action: AuditAction
  /** What it was done to: `source:<id>`, `user:<id>`, `token:<id>`. */
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

function actorName(actor: Actor | 'system'): string {
  if (actor === 'system') return 'system'
  return actor.kind === 'user' ? `user:${actor.email}` : `token:${actor.name}`
}
