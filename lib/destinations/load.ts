import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { type Vault, vault } from '@/lib/vault/vault'
import { openHeaders } from './headers'
import { secretContext } from './secret-context'

/** A destination as the forward handler needs it: with its secret and headers in clear, in memory only. */
export interface LoadedDestination {
  id: string
  name: string
  url: string
  enabled: boolean
  timeoutMs: number
  /** Headers of its own. */
  headers: Record<string, string>
  /** Headers of the original delivery that it asks for. */
  forwardHeaders: string[]
  /** `whsec_` and base64. */
  secret: string
}

/** Null where it was deleted or never was. Throws `internal` where its secrets were stored with another key. */
export async function loadDestination(
  id: string,
  { client = db(), keys = vault() }: { client?: PrismaClient | Prisma.TransactionClient; keys?: Vault } = {},
): Promise<LoadedDestination | null> {
  const row = await client.destination.findUnique({ where: { id, deletedAt: null } })
  if (!row) return null
  const { name, url, enabled, timeoutMs, forwardHeaders } = row
  return {
    ...{ id, name, url, enabled, timeoutMs, forwardHeaders },
    headers: openHeaders(keys, id, row.headers),
    secret: keys.open(row.secret, secretContext(id)),
  }
}
