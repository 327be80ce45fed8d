import { env } from '@/lib/env'
import type { Secret } from '@/lib/providers/provider'
import { type Vault, vault } from '@/lib/vault/vault'
import { ENVIRONMENT_SECRET_ID } from './schemas'
import { secretContext } from './secret-context'

/** A source as ingestion needs it: with its active secrets in clear, in memory only. */
export interface LoadedSource {
  id: string
  storeId: string
  provider: string
  slug: string
  name: string
  enabled: boolean
  toleranceSeconds: number
  maxBodyBytes: number
  rejectedStatus: number
  rejectedKeep: number
  /** The newest first; the one from the environment last. */
  secrets: Secret[]
  /** Active secrets stored with another key. While there is any, an empty `secrets` does not mean "nothing to check". */
  unreadableSecrets: number
}

/** What of pg's Client or Pool is needed. */
export interface Queryable {
  query(text: string): Promise<{ rows: unknown[] }>
}

/** Where secrets come from: what opens the stored ones, and the environment's. */
export interface Keys {
  vault: Vault
  webhookSecret(providerId: string): string | undefined
}

interface Row extends Omit<LoadedSource, 'secrets' | 'unreadableSecrets'> {
  secretId: string | null
  ciphertext: Buffer | null
}

const SQL = `
  SELECT source.id, source.store_id AS "storeId", source.provider, source.slug, source.name, source.enabled,
         source.tolerance_seconds AS "toleranceSeconds", source.max_body_bytes AS "maxBodyBytes",
         source.rejected_status AS "rejectedStatus", source.rejected_keep AS "rejectedKeep",
         secret.id AS "secretId", secret.ciphertext
  FROM source
  LEFT JOIN source_secret secret ON secret.source_id = source.id AND secret.retired_at IS NULL
  ORDER BY source.provider, source.slug, secret.created_at DESC, secret.id DESC`

/** Every source with its active secrets, in one query. A default source also has the provider's secret of the environment. */
export async function loadSources(
  client: Queryable,
  keys: Keys = { vault: vault(), webhookSecret: env().webhookSecret },
): Promise<LoadedSource[]> {
  const { rows } = await client.query(SQL)
  const sources = new Map<string, LoadedSource>()
  for (const { secretId, ciphertext, ...plain } of rows as Row[]) {
    const source = sources.get(plain.id) ?? { ...plain, secrets: [], unreadableSecrets: 0 }
    sources.set(plain.id, source)
    if (!secretId || !ciphertext) continue
    const value = openSecret(keys.vault, ciphertext, secretId)
    if (value === null) source.unreadableSecrets += 1
    else source.secrets.push({ id: secretId, value })
  }
  for (const source of sources.values()) {
    const value = source.slug === 'default' ? keys.webhookSecret(source.provider) : undefined
    if (value) source.secrets.push({ id: ENVIRONMENT_SECRET_ID, value })
  }
  return [...sources.values()]
}

/** The secret in clear, or null where it was stored with another key. */
export function openSecret(keys: Vault, ciphertext: Uint8Array, secretId: string): string | null {
  try {
    return keys.open(ciphertext, secretContext(secretId))
  } catch {
    return null
  }
}
