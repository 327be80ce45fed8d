import type { PrismaClient } from '@/lib/db/client'
import { handlers } from '@/lib/handlers/registry'
import { invalidParameters, type ParameterError } from '@/lib/http/invalid'
import { providers } from '@/lib/providers/registry'
import type { RunStatus } from '@/lib/runs/schemas'
import { isUuid } from './conditions'
import { asksForRuns } from './run-conditions'
import { resolveTime } from './schemas'

interface Asked {
  provider?: string | undefined
  source?: string | undefined
  from?: string | undefined
  to?: string | undefined
  verdict?: readonly string[] | undefined
  status?: readonly RunStatus[] | undefined
  handler?: string | undefined
  failure?: string | undefined
}

/**
 * Throws a JejakError `invalid_request` that names the parameter where a query can match nothing by what it names: a
 * provider, source or handler that does not exist, a time window that ends before it begins, the runs of rejected
 * deliveries. An empty list would hide the slip.
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
  if (query.handler && !(await handlerExists(query.handler, client))) {
    const known = handlers.map(({ name }) => name).join(', ')
    errors.push({
      parameter: 'handler',
      message: `expected one of ${known}, or forward:<destination id>; there is no "${query.handler}"`,
    })
  }
  if (query.verdict?.includes('rejected') && asksForRuns(query)) {
    errors.push({
      parameter: 'verdict',
      message: 'expected no `rejected` together with status, handler or failure: a rejected delivery is never run',
    })
  }
  if (errors.length > 0) throw invalidParameters(errors)
}

async function sourceExists(source: string, client: PrismaClient): Promise<boolean> {
  return (await client.source.count({ where: isUuid(source) ? { id: source } : { slug: source } })) > 0
}

/** Also one that is gone, as long as there are attempts of it. */
async function handlerExists(key: string, client: PrismaClient): Promise<boolean> {
  const [name, destinationId] = key.split(':')
  if (destinationId === undefined && handlers.some((handler) => handler.name === name)) return true
  if (destinationId && (await client.destination.count({ where: { id: destinationId } })) > 0) return true
  return (await client.attempt.findFirst({ where: { target: key }, select: { id: true } })) !== null
}
