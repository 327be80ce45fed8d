import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { env } from '@/lib/env'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { vault } from '@/lib/vault/vault'
import { openSecret } from './load'
import { type AddedSecret, MAX_ACTIVE_SECRETS } from './schemas'
import { secretContext } from './secret-context'

/**
 * Stores a further secret for a source, encrypted; deliveries are checked against it and the former one alike. Throws
 * `not_found`, and `conflict` where two are active already or this one is.
 */
export async function addSecret(
  sourceId: string,
  value: string,
  actor: Actor,
  client: PrismaClient = db(),
): Promise<AddedSecret> {
  return client.$transaction(async (tx) => {
    const source = await lockSource(tx, sourceId)
    if (source.slug === 'default' && env().webhookSecret(source.provider) === value) throw alreadyActive()
    return insertSecret(tx, sourceId, value, actor)
  })
}

/** The same within the caller's transaction, which holds the source's lock or has just made the source. */
export async function insertSecret(
  tx: Prisma.TransactionClient,
  sourceId: string,
  value: string,
  actor: Actor,
): Promise<AddedSecret> {
  const active = await tx.sourceSecret.findMany({ where: { sourceId, retiredAt: null }, orderBy: { createdAt: 'asc' } })
  if (active.some(({ id, ciphertext }) => openSecret(vault(), ciphertext, id) === value)) throw alreadyActive()
  if (active.length >= MAX_ACTIVE_SECRETS) {
    throw new JejakError('conflict', say('sources.enoughSecrets', { count: active.length }))
  }
  const id = uuidv7()
  const ciphertext = vault().seal(value, secretContext(id))
  const { hint, createdAt } = await tx.sourceSecret.create({
    data: { id, sourceId, ciphertext, hint: secretHint(value) },
  })
  await recordAudit(tx, { actor, action: 'secret.added', target: `source:${sourceId}`, detail: { secretId: id } })
  return { id, hint, createdAt: createdAt.toISOString() }
}

/** Ends a secret's use. Retiring it again changes nothing. Throws `not_found` where the source has no such secret. */
export async function retireSecret(
  sourceId: string,
  secretId: string,
  actor: Actor,
  client: PrismaClient = db(),
): Promise<void> {
  await client.$transaction(async (tx) => {
    const { count } = await tx.sourceSecret.updateMany({
      where: { id: secretId, sourceId, retiredAt: null },
      data: { retiredAt: new Date() },
    })
    if (count > 0) {
      await recordAudit(tx, { actor, action: 'secret.retired', target: `source:${sourceId}`, detail: { secretId } })
    } else if ((await tx.sourceSecret.count({ where: { id: secretId, sourceId } })) === 0) {
      throw new JejakError('not_found', say('missing.secret', { sourceId, secretId }))
    }
  })
}

/** The last four characters; nothing of a secret under 12, of which they would be too large a part. */
export function secretHint(value: string): string {
  return value.length >= 12 ? value.slice(-4) : ''
}

/** Additions to one source wait for each other, so that no third can slip in beside a second. */
async function lockSource(tx: Prisma.TransactionClient, id: string): Promise<{ provider: string; slug: string }> {
  const [source] = await tx.$queryRaw<{ provider: string; slug: string }[]>`
    SELECT provider, slug FROM source WHERE id = ${id}::uuid FOR UPDATE`
  if (!source) throw new JejakError('not_found', say('missing.source', { id }))
  return source
}

function alreadyActive(): JejakError {
  return new JejakError('conflict', say('sources.secretActive'))
}
