import type { PrismaClient } from '@/lib/db/client'
import { isUuid } from '@/lib/db/id-time'
import { handlers } from '@/lib/handlers/registry'
import { invalidParameters, type ParameterError } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import { providers } from '@/lib/providers/registry'
import type { FieldTerm, Key, Term } from '@/lib/search/language/term'
import { resolveTime } from '@/lib/search/language/times'
import { windowOf } from '@/lib/search/sql/id-bounds'
import { isRunTerm } from '@/lib/search/sql/run-condition'
import { faultsOf, type TermsAsked, termsOfQuery } from '@/lib/search/terms-asked'
import { termsOf } from '@/lib/search/terms-of'

/**
 * Throws a JejakError `invalid_request` that names the parameter where a request can match nothing by what it names: a provider,
 * source or handler that does not exist, times that cannot be together, the runs of rejected deliveries; and where its query is
 * not understood, with every fault. An empty list would hide the slip.
 */
export async function assertSensible(asked: TermsAsked, client: PrismaClient, now: Date): Promise<void> {
  const { q, ...parameters } = asked
  const faults = faultsOf(q)
  if (faults.length > 0) throw invalidParameters(faults)
  const [named, queried] = [termsOf(parameters), termsOfQuery(q)]
  const errors = [
    ...(await namesNothing(named, client, (term) => term.key)),
    ...(await namesNothing(queried, client, () => 'q')),
    ...windowErrors(asked, queried, now),
    ...runsOfRejected([...named, ...queried], asked.verdict ? 'verdict' : 'q'),
  ]
  if (errors.length > 0) throw invalidParameters(errors)
}

/** What there must be of what a term names, by its key. */
const EXISTS: Partial<Record<Key, (value: string, client: PrismaClient) => Promise<string | null>>> = {
  provider: async (value) => {
    const ids = providers.map(({ id }) => id)
    return ids.includes(value) ? null : say('expected.oneOfCame', { known: ids.join(', '), came: value })
  },
  source: async (value, client) =>
    (await sourceExists(value, client)) ? null : say('expected.sourceThatIs', { value }),
  handler: async (value, client) => {
    if (await handlerExists(value, client)) return null
    const known = handlers.map(({ name }) => name).join(', ')
    return say('expected.handlerThatIs', { known, value })
  },
}

/** Whoever asks for more that is not there is told of the rest once these are mended. */
const FAULTS_AT_MOST = 10

async function namesNothing(
  terms: readonly Term[],
  client: PrismaClient,
  parameterOf: (term: FieldTerm) => string,
): Promise<ParameterError[]> {
  const errors: ParameterError[] = []
  for (const term of terms) {
    const check = term.kind === 'field' ? EXISTS[term.key] : undefined
    if (term.kind !== 'field' || !check) continue
    for (const value of new Set(term.values)) {
      if (errors.length >= FAULTS_AT_MOST) return errors
      const message = await check(value, client)
      const parameter = parameterOf(term)
      if (message) errors.push({ parameter, message: parameter === 'q' ? `${term.key}: ${message}` : message })
    }
  }
  return errors
}

function windowErrors({ from, to }: TermsAsked, queried: readonly Term[], now: Date): ParameterError[] {
  const [start, end] = [from, to].map((time) => (typeof time === 'string' ? resolveTime(time, now) : null))
  if (start && end && start >= end) return [{ parameter: 'from', message: say('expected.before') }]
  const window = windowOf(queried, now)
  if (!window.from || !window.to || window.from < window.to) return []
  const message = say('expected.timesTogether', { from: window.from.toISOString(), to: window.to.toISOString() })
  return [{ parameter: 'q', message }]
}

function runsOfRejected(terms: readonly Term[], parameter: string): ParameterError[] {
  const asksRejected = terms.some(
    (term) =>
      term.kind === 'field' &&
      term.key === 'verdict' &&
      !term.not &&
      term.values.every((verdict) => verdict === 'rejected'),
  )
  if (!asksRejected || !terms.some((term) => isRunTerm(term) && !term.not)) return []
  const message = say('expected.noRejectedRuns')
  return [{ parameter, message }]
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
