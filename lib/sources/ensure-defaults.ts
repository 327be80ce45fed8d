import { db, type PrismaClient } from '@/lib/db/client'
import { providers } from '@/lib/providers/registry'

const DEFAULT_STORE = 'Default'

/**
 * Sees to it that every provider has its source with the slug `default`, in the oldest store. Changes nothing where they
 * exist; safe to call from several processes at once.
 */
export async function ensureDefaultSources(client: PrismaClient = db()): Promise<void> {
  const existing = await client.source.findMany({ where: { slug: 'default' }, select: { provider: true } })
  const known = new Set(existing.map((source) => source.provider))
  const missing = providers.filter((provider) => !known.has(provider.id))
  if (missing.length === 0) return
  const storeId = await ensureDefaultStore(client)
  await client.source.createMany({
    data: missing.map(({ id, label }) => ({ storeId, provider: id, slug: 'default', name: label })),
    skipDuplicates: true,
  })
}

/** The id of the store for sources that name none: the oldest one, made where there is none. */
export async function ensureDefaultStore(client: Pick<PrismaClient, 'store'> = db()): Promise<string> {
  const oldest = () => client.store.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { id: true } })
  const found = await oldest()
  if (found) return found.id
  await client.store.createMany({ data: [{ name: DEFAULT_STORE }], skipDuplicates: true })
  const made = await oldest()
  if (!made) throw new Error('the store that was just made is gone')
  return made.id
}
