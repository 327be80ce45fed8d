import { contentOf } from '../content'
import { namesOf, schemesOf } from '../language/names'
import type { FieldTerm, Term, TextTerm } from '../language/term'
import { fitsPath } from './plain-path'
import { fitsRuns, isOfRuns } from './plain-runs'
import { fitsTime } from './plain-times'

export interface ScanRun {
  handler: string
  /** The handler's name, or `forward:<destination id>`. */
  target: string
  status: string
  failureGroup: string | null
  /** Of a changed copy: it never counts. */
  copy: boolean
}

/** Everything that an event, or a rejected delivery, may be found by. */
export interface ScanItem {
  kind: 'event' | 'rejected'
  id: string
  /** Null for a rejected delivery. */
  dedupeKey: string | null
  deliveryIds: readonly string[]
  provider: string
  sourceId: string
  sourceSlug: string
  /** Of a rejected delivery: what it claims to be. */
  type: string | null
  /** As `scheme:value`: the identifiers of an event, the claims of a rejected delivery. */
  names: readonly string[]
  verdict: string
  reason: string | null
  receivedAt: Date
  occurredAt: Date | null
  deliveryCount: number
  problemCodes: readonly string[]
  runs: readonly ScanRun[]
  /** Of the first delivery, without its content coding. */
  body: Uint8Array
}

/**
 * Whether an item fits all of the terms, found by looking: what a search must answer, written a second time without SQL. For tests.
 */
export function fits(item: ScanItem, terms: readonly Term[], now: Date): boolean {
  const ofRuns = terms.filter(isOfRuns)
  const others = terms.filter((term) => !isOfRuns(term))
  return fitsRuns(item.runs, ofRuns) && others.every((term) => fitsPositive(item, term, now) !== term.not)
}

function fitsPositive(item: ScanItem, term: Term, now: Date): boolean {
  if (term.kind === 'text') return fitsText(item, term)
  if (term.kind === 'path') return fitsPath(contentOf(item.body, []).doc, term)
  return fitsField(item, term, now)
}

function fitsText(item: ScanItem, { text }: TextTerm): boolean {
  const values = item.names.map((name) => name.slice(name.indexOf(':') + 1))
  const names = [...new Set([...values, ...(item.dedupeKey === null ? [] : [item.dedupeKey]), item.id])]
  return contentOf(item.body, names).text.includes(text.toLowerCase())
}

function fitsField(item: ScanItem, term: FieldTerm, now: Date): boolean {
  const { key, op, values } = term
  if (schemesOf(key)) return fitsNames(item, term)
  switch (key) {
    case 'type':
      return item.type !== null && (op === 'exists' || values.some((pattern) => isLike(item.type ?? '', pattern)))
    case 'verdict':
      return values.includes(item.verdict)
    case 'reason':
      return item.reason !== null && (op === 'exists' || values.includes(item.reason))
    case 'provider':
      return values.includes(item.provider)
    case 'source':
      return values.includes(item.sourceSlug) || values.some((value) => value.toLowerCase() === item.sourceId)
    case 'received':
      return fitsTime(item.receivedAt, term, now)
    case 'occurred':
      return item.occurredAt !== null && fitsTime(item.occurredAt, term, now)
    case 'repeats':
      return values.some((value) => compare(item.deliveryCount - Number(value), op))
    case 'problem':
      return op === 'exists' ? item.problemCodes.length > 0 : values.some((code) => item.problemCodes.includes(code))
    case 'id':
      return values.some((value) => value === item.dedupeKey || hasId(item, value.toLowerCase()))
    default:
      throw new Error(`The plain scan does not know the key ${key}.`)
  }
}

function hasId(item: ScanItem, id: string): boolean {
  return id === item.id || item.deliveryIds.includes(id)
}

function fitsNames(item: ScanItem, { key, op, values }: FieldTerm): boolean {
  if (op !== 'exists') return values.flatMap((value) => namesOf(key, value)).some((name) => item.names.includes(name))
  const schemes: readonly string[] = schemesOf(key) ?? []
  return item.names.some((name) => schemes.includes(name.slice(0, name.indexOf(':'))))
}

/** `*` stands for any characters, none too. */
function isLike(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return text === pattern
  if (!text.startsWith(first)) return false
  const last = rest.pop() ?? ''
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

function compare(difference: number, op: FieldTerm['op']): boolean {
  if (op === 'gt') return difference > 0
  if (op === 'gte') return difference >= 0
  if (op === 'lt') return difference < 0
  if (op === 'lte') return difference <= 0
  return difference === 0
}
