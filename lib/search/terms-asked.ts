import { invalidParameters, type ParameterError } from '@/lib/http/invalid'
import { parseQuery } from './language/parse'
import type { Term } from './language/term'
import { querySchema } from './query-schema'
import { type TermParameters, termsOf } from './terms-of'

/** What the API may be asked: terms by parameters of their own, and a query. */
export interface TermsAsked extends TermParameters {
  q?: string | undefined
}

/** The terms that a request comes to. Throws `invalid_request` with every fault of its query. */
export function termsAsked(asked: TermsAsked): Term[] {
  const faults = faultsOf(asked.q)
  if (faults.length > 0) throw invalidParameters(faults)
  return [...termsOf(asked), ...termsOfQuery(asked.q)]
}

/** The terms of a query alone, those that are understood. */
export function termsOfQuery(q: string | undefined): Term[] {
  return q === undefined ? [] : parseQuery(q).terms.map(({ term }) => term)
}

/** What is wrong with a query, as errors of the parameter `q`. */
export function faultsOf(q: string | undefined): ParameterError[] {
  const checked = q === undefined ? null : querySchema.safeParse(q)
  return (checked?.error?.issues ?? []).map(({ message }) => ({ parameter: 'q', message }))
}
