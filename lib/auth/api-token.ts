import { recordAudit } from '@/lib/audit/record'
import { db, type PrismaClient } from '@/lib/db/client'
import { env } from '@/lib/env'
import { vault } from '@/lib/vault/vault'
import type { Role } from './schemas'

/** The name of the token that comes from the environment. */
export const SEEDED_TOKEN_NAME = 'JEJAK_API_TOKEN'

/** Whose token this is, or null where it is not known or was revoked. */
export async function verifyApiToken(
  token: string,
  client: PrismaClient = db(),
): Promise<{ kind: 'token'; name: string; role: Role } | null> {
  const found = await client.apiToken.findUnique({ where: { tokenHash: tokenHash(token) } })
  return found && !found.revokedAt ? { kind: 'token', name: found.name, role: found.role } : null
}

/**
 * Makes JEJAK_API_TOKEN valid with the role admin, and no earlier value of it. Where it is not set, none stays valid.
 * Safe to call from several processes at once.
 */
export async function seedApiToken(
  token: string | undefined = env().JEJAK_API_TOKEN,
  client: PrismaClient = db(),
): Promise<void> {
  const hash = token === undefined ? null : tokenHash(token)
  await client.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('jejak:seed-api-token', 0))`
    const seeded = await tx.apiToken.findMany({ where: { name: SEEDED_TOKEN_NAME, revokedAt: null } })
    const stale = seeded.filter((row) => row.tokenHash !== hash)
    for (const { id } of stale) {
      await tx.apiToken.update({ where: { id }, data: { revokedAt: new Date() } })
      await recordAudit(tx, { actor: 'system', action: 'token.revoked', target: `token:${id}` })
    }
    if (hash === null || seeded.length > stale.length) return
    const { id } = await tx.apiToken.upsert({
      where: { tokenHash: hash },
      create: { name: SEEDED_TOKEN_NAME, tokenHash: hash, role: 'admin' },
      update: { revokedAt: null, name: SEEDED_TOKEN_NAME, role: 'admin' },
    })
    await recordAudit(tx, {
      actor: 'system',
      action: 'token.created',
      target: `token:${id}`,
      detail: { role: 'admin' },
    })
  })
}

function tokenHash(token: string): string {
  return vault().fingerprint(`api_token:${token}`)
}
