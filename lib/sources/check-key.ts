import { db, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { type Vault, vault } from '@/lib/vault/vault'
import { openSecret } from './load'

/** Throws, in one sentence, where an active secret was stored with another key than the present one. */
export async function assertSecretsReadable(client: PrismaClient = db(), keys: Vault = vault()): Promise<void> {
  const secrets = await client.sourceSecret.findMany({
    where: { retiredAt: null },
    select: { id: true, ciphertext: true, source: { select: { provider: true, slug: true } } },
  })
  const unreadable = secrets.filter(({ id, ciphertext }) => openSecret(keys, ciphertext, id) === null)
  if (unreadable.length === 0) return
  const where = [...new Set(unreadable.map(({ source }) => `${source.provider}/${source.slug}`))].join(', ')
  throw new JejakError(
    'internal',
    `${unreadable.length} of ${secrets.length} stored secrets (${where}) cannot be decrypted, because JEJAK_SECRET or the key file in the data directory is not the one they were stored with: put the former key back, or retire these secrets and set them again under Sources.`,
  )
}
