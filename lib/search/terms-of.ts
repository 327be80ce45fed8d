import type { FieldTerm, Key, Operator, Term } from './language/term'

type Given = string | readonly string[] | null | undefined

/** The parameters of the JSON API, and of links made before there was a query language, that say the same as terms. */
export interface TermParameters {
  provider?: Given
  source?: Given
  type?: Given
  order?: Given
  verdict?: Given
  status?: Given
  handler?: Given
  failure?: Given
  from?: Given
  to?: Given
}

/**
 * The terms that parameters come to, in the order of the keys. `type`, `verdict` and `status` may hold several values, separated
 * by commas. Values are taken as they are: printed, a bad one is a fault of the query.
 */
export function termsOf(parameters: TermParameters): Term[] {
  return RULES.flatMap(({ parameter, key, op, isList }): FieldTerm[] => {
    const given = [parameters[parameter] ?? []].flat().map(String)
    const values = (isList ? given.flatMap((value) => value.split(',')) : given)
      .map((value) => value.trim())
      .filter((value) => value !== '')
    if (values.length === 0) return []
    if (op !== 'is') return values.map((value) => ({ kind: 'field', not: false, key, op, values: [value] }))
    return [{ kind: 'field', not: false, key, op, values: [...new Set(values)] }]
  })
}

interface Rule {
  parameter: keyof TermParameters
  key: Key
  op: Operator
  isList: boolean
}

const RULES: readonly Rule[] = [
  { parameter: 'provider', key: 'provider', op: 'is', isList: false },
  { parameter: 'source', key: 'source', op: 'is', isList: false },
  { parameter: 'type', key: 'type', op: 'is', isList: true },
  { parameter: 'order', key: 'order', op: 'is', isList: false },
  { parameter: 'verdict', key: 'verdict', op: 'is', isList: true },
  { parameter: 'status', key: 'status', op: 'is', isList: true },
  { parameter: 'handler', key: 'handler', op: 'is', isList: false },
  { parameter: 'failure', key: 'failure', op: 'is', isList: false },
  { parameter: 'from', key: 'received', op: 'gte', isList: false },
  { parameter: 'to', key: 'received', op: 'lt', isList: false },
]
