import type { VerdictName } from '@/lib/events/schemas'
import type { ReadingProblemCode } from '@/lib/providers/provider'
import { REASON_SUMMARY } from '@/lib/providers/reasons'
import { isStorable } from '@/lib/providers/storable'
import { RUN_STATUSES } from '@/lib/runs/statuses'
import type { Key, Operator } from './term'
import { isDay, resolveTime } from './times'

/** What a key may be asked for. */
export interface KeyRule {
  operators: readonly Operator[]
  /** All values that there are, where they are few and always the same. */
  list: readonly string[] | null
  /** Values that may stand there, in no language: the whole list, or examples. */
  allowed: string
  /** The value as it is compared, or null where it is none of this key. */
  read(value: string, op: Operator): string | null
}

const VERDICTS = Object.keys({
  verified: true,
  authenticated: true,
  unchecked: true,
  rejected: true,
} satisfies Record<VerdictName, true>)

const PROBLEM_CODES = Object.keys({
  empty_body: true,
  encoded_body: true,
  not_utf8: true,
  not_json: true,
  too_deep: true,
  not_an_object: true,
  missing_event_type: true,
  unknown_event_type: true,
  missing_event_id: true,
  not_as_documented: true,
} satisfies Record<ReadingProblemCode, true>)

const RANGE = ['is', 'gt', 'gte', 'lt', 'lte'] as const
const NAME_LENGTH = 200
const DEDUPE_KEY_LENGTH = 512

/** Of each key, which operators and values it takes. */
export const KEY_RULES: Readonly<Record<Key, KeyRule>> = {
  type: formed(/^[\w.*:/-]{1,100}$/, 'order.created, order.*'),
  order: name('1001'),
  awb: name('JNE0012345'),
  phone: name('081234567890'),
  email: name('siti@example.com'),
  customer: name('081234567890, siti@example.com'),
  shipment: name('JNE0012345'),
  sku: name('KAOS-M'),
  product: name('KAOS-M'),
  purchase: name('PO-1001'),
  transfer: name('TRF-1001'),
  adjustment: name('ADJ-1001'),
  status: listed(RUN_STATUSES, ['is', 'exists']),
  handler: formed(/^[a-z][a-z0-9-]{0,49}(:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})?$/, 'forward, forward:<id>', lower),
  failure: formed(/^[\w-]{1,100}$/, '8f14e45fceea167a'),
  verdict: listed(VERDICTS, ['is']),
  reason: listed(Object.keys(REASON_SUMMARY), ['is', 'exists']),
  provider: { ...formed(/^[\w-]{1,100}$/, 'provider-id', lower), operators: ['is'] },
  source: { ...formed(/^[\w-]{1,100}$/, 'default'), operators: ['is'] },
  received: { ...time(), operators: RANGE },
  occurred: { ...time(), operators: [...RANGE, 'exists'] },
  repeats: { ...formed(/^\d{1,9}$/, '1, 2, 3', (text) => text.replace(/^0+(?=\d)/, '')), operators: RANGE },
  problem: listed(PROBLEM_CODES, ['is', 'exists']),
  id: { ...text(DEDUPE_KEY_LENGTH, '01920000-0000-7000-8000-000000000000'), operators: ['is'] },
}

function listed(list: readonly string[], operators: readonly Operator[]): KeyRule {
  const read = (value: string) => list.find((one) => one === value.toLowerCase()) ?? null
  return { operators, list, allowed: list.join(', '), read }
}

function formed(form: RegExp, allowed: string, canonical: (value: string) => string = (value) => value): KeyRule {
  const read = (value: string) => (form.test(canonical(value)) ? canonical(value) : null)
  return { operators: ['is', 'exists'], list: null, allowed, read }
}

function text(maxLength: number, allowed: string): KeyRule {
  const read = (value: string) => {
    const trimmed = value.trim()
    return trimmed !== '' && trimmed.length <= maxLength && isStorable(trimmed) ? trimmed : null
  }
  return { operators: ['is', 'exists'], list: null, allowed, read }
}

function name(example: string): KeyRule {
  return text(NAME_LENGTH, example)
}

/** A day by `is`, which is the whole of it; otherwise a moment. */
function time(): Omit<KeyRule, 'operators'> {
  const read = (value: string, op: Operator) => {
    const fits = op === 'is' ? isDay(value) : resolveTime(value, new Date(0)) !== null
    return fits ? value : null
  }
  return { list: null, allowed: '2026-11-21, >2026-11-21T09:30Z, >24h, <7d', read }
}

function lower(value: string): string {
  return value.toLowerCase()
}
