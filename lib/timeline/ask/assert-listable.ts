import { resolveTime } from '@/lib/events/schemas'
import { invalidParameters, type ParameterError } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import { providers } from '@/lib/providers/registry'
import { STATES } from '@/lib/providers/vocabulary'
import type { Kind } from '../kinds'
import type { EntitiesQuery } from '../query-schemas'

/**
 * Throws `invalid_request` that names the parameter where a query can match nothing by what it names: a provider or state
 * that there is not, a time window that ends before it begins. An empty list would hide the slip.
 */
export function assertListable(kind: Kind, query: EntitiesQuery, now: Date): void {
  const errors: ParameterError[] = []
  const known = providers.map(({ id }) => id)
  if (query.provider && !known.includes(query.provider)) {
    errors.push({
      parameter: 'provider',
      message: say('expected.oneOfCame', { known: known.join(', '), came: query.provider }),
    })
  }
  const states: readonly string[] = STATES[kind]
  const unknown = query.state?.find((word) => !states.includes(word))
  if (unknown !== undefined) {
    const message = say('expected.statesCame', { known: states.join(', '), came: unknown })
    errors.push({ parameter: 'state', message })
  }
  const [from, to] = [query.from && resolveTime(query.from, now), query.to && resolveTime(query.to, now)]
  if (from && to && from >= to) errors.push({ parameter: 'from', message: say('expected.before') })
  if (errors.length > 0) throw invalidParameters(errors)
}
