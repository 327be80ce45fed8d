import { randomBytes } from 'node:crypto'
import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { vault } from '@/lib/vault/vault'
import { lockDestination } from './lock'
import { secretContext } from './secret-context'

/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32

/**
 * Gives a destination another signing secret and answers it, once. The former one signs nothing from now on. Throws
 * `not_found`.
 */
export async function renewSecret(id: string, actor: Actor, client: PrismaClient = db()): Promise<string> {
  const { secret, columns } = newSecret(id)
  await client.$transaction(async (tx) => {
    await lockDestination(tx, id)
    await tx.destination.update({ where: { id }, data: columns })
    await recordAudit(tx, { actor, action: 'destination.secret_renewed', target: `destination:${id}` })
  })
  return secret
}

/** A new signing secret as Standard Webhooks writes it (`whsec_` and base64), and the columns that keep it. */
export function newSecret(destinationId: string) {
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
  return {
    secret,
    columns: { secret: vault().seal(secret, secretContext(destinationId)), secretHint: secret.slice(-4) },
  }
}
