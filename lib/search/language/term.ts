/** How a term compares: `:`, `:>`, `:>=`, `:<`, `:<=`, `:*`. */
export const OPERATORS = ['is', 'gt', 'gte', 'lt', 'lte', 'exists'] as const
export type Operator = (typeof OPERATORS)[number]

/** The terms that ask about an event itself rather than its payload. The order is that in which they are offered. */
export const KEYS = [
  'type',
  'order',
  'awb',
  'phone',
  'email',
  'customer',
  'shipment',
  'sku',
  'product',
  'purchase',
  'transfer',
  'adjustment',
  'status',
  'handler',
  'failure',
  'verdict',
  'reason',
  'provider',
  'source',
  'received',
  'occurred',
  'repeats',
  'problem',
  'id',
] as const
export type Key = (typeof KEYS)[number]

interface Common {
  /** Begins with `-`: what does not fit. */
  not: boolean
}

/** `status:failed,retrying`: any of the values fits. With an operator other than `is` there is one value, none with `exists`. */
export interface FieldTerm extends Common {
  kind: 'field'
  key: Key
  op: Operator
  values: string[]
}

/**
 * `data.courier:JNE`: a field of the payload by its path. Lists on the way are looked into: any of their elements may fit. A
 * field at the top is written `payload.status`.
 */
export interface PathTerm extends Common {
  kind: 'path'
  /** Without `payload`. */
  path: string[]
  op: Operator
  values: string[]
}

/** A word or `"some words"`: at least three characters that stand in the payload or are a name or an id of the event. */
export interface TextTerm extends Common {
  kind: 'text'
  text: string
}

export type Term = FieldTerm | PathTerm | TextTerm

/** Something in a query that is not understood. `start` and `end` are offsets in the query, in UTF-16 units. */
export interface Fault {
  code:
    | 'unknown_key'
    | 'missing_value'
    | 'bad_value'
    | 'bad_operator'
    | 'too_short'
    | 'unclosed_quote'
    | 'too_many_terms'
    | 'too_long'
  start: number
  end: number
  /** What stands there. */
  token: string
  /** What was expected, what came and what to do, in English. */
  message: string
  /** Fills the catalogue's sentence for the code: `key`, `value`, `allowed`, `meant`. */
  params: Record<string, string>
  /** What the token was probably meant to be, whole; null where that cannot be guessed. */
  suggestion: string | null
}

/** A term and where it stands. */
export interface PlacedTerm {
  term: Term
  start: number
  end: number
}

/** All terms must fit. Where there are faults the query asks for nothing: it is refused. */
export interface ParsedQuery {
  terms: PlacedTerm[]
  faults: Fault[]
}

export const MAX_QUERY_LENGTH = 2000
export const MAX_TERMS = 40
