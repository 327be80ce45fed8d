import type { PrismaClient } from '@/lib/db/client'
import { invalidParameters, type ParameterError } from '@/lib/http/invalid'
import { providers } from '@/lib/providers/registry'
import { isUuid } from './conditions'
import { resolveTime } from './schemas'

interface Asked {
  provider?: string | undefined
  source?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/**
 * Throws a JejakError `invalid_request` that names the parameter where a query can match nothing by what it names: a
 * provider or source that does not exist, a time window that ends before it begins. An empty list would hide the slip.
 */
export async function assertSensible(query: Asked, client: PrismaClient, now: Date): Promise<void> {
  const errors: ParameterError[] = []
  if (query.provider && !providers.some(({ id }) => id === query.provider)) {
    errors.push({
      parameter: 'provider',
      message: `expected one of ${providers.map(({ id }) => id).join(', ')}; "${query.provider}" came`,
    })
  }
  if (query.source && !(await sourceExists(query.source, client))) {
    errors.push({ parameter: 'source', message: `expected the id or slug of a source; there is no "${query.source}"` })
  }
  const from = query.from && resolveTime(query.from, now)
  const to = query.to && resolveTime(query.to, now)
  if (from && to && from >= to) errors.push({ parameter: 'from', message: 'expected a time before `to`' })
  if (errors.length > 0) throw invalidParameters(errors)
}

async function sourceExists(source: string, client: PrismaClient): Promise<boolean> {
  return (await client.source.count({ where: isUuid(source) ? { id: source } : { slug: source } })) > 0
}
