import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { invalidParameters } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import { findProvider, providers } from '@/lib/providers/registry'
import { ensureDefaultStore } from './ensure-defaults'
import type { CreateSource, UpdateSource } from './schemas'
import { insertSecret } from './secrets'

/**
 * Makes a source, with its first secret where one is given, and answers its id. Throws `invalid_request` for a provider or
 * store that there is not, and `conflict` where the provider has a source with this slug.
 */
export async function createSource(input: CreateSource, actor: Actor, client: PrismaClient = db()): Promise<string> {
  const { provider, slug, name, secret } = input
  if (!findProvider(provider)) throw unknownProvider(provider)
  try {
    return await client.$transaction(async (tx) => {
      const storeId = input.storeId ?? (await ensureDefaultStore(tx))
      const { id } = await tx.source.create({ data: { storeId, provider, slug, name } })
      await recordAudit(tx, {
        actor,
        action: 'source.created',
        target: `source:${id}`,
        detail: { provider, slug, name },
      })
      if (secret !== undefined) await insertSecret(tx, id, secret, actor)
      return id
    })
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null
    if (code === 'P2002') {
      throw new JejakError('conflict', say('sources.slugTaken', { provider, slug }))
    }
    if (code === 'P2003') {
      throw invalidParameters([
        { parameter: 'storeId', message: say('expected.storeThatIs', { id: input.storeId ?? '' }) },
      ])
    }
    throw error
  }
}

/** Changes a source's settings. Throws `not_found`. */
export async function updateSource(
  id: string,
  change: UpdateSource,
  actor: Actor,
  client: PrismaClient = db(),
): Promise<void> {
  await client.$transaction(async (tx) => {
    const { count } = await tx.source.updateMany({ where: { id }, data: change })
    if (count === 0) throw new JejakError('not_found', say('missing.source', { id }))
    await recordAudit(tx, { actor, action: 'source.updated', target: `source:${id}`, detail: change })
  })
}

/** The error for a provider that the registry does not have. */
export function unknownProvider(id: string): JejakError {
  const known = providers.map((provider) => provider.id).join(', ')
  const came = JSON.stringify(id.slice(0, 80))
  return invalidParameters([{ parameter: 'provider', message: say('expected.oneOfButCame', { known, came }) }])
}
