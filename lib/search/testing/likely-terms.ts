import fc from 'fast-check'
import { splitName } from '@/lib/providers/identifiers'
import { isStorable, isStorableProse } from '@/lib/providers/storable'
import { KEY_RULES } from '../language/key-rules'
import { schemesOf } from '../language/names'
import { KEYS, type Key, type Operator, type Term } from '../language/term'
import { ODD_KEYS, ODD_VALUES } from './odd-bodies'
import type { SeededItems } from './seed-items'

/** Terms whose values are mostly drawn from what there is, so that they fit something. For tests. */
export function likelyTerms(seeded: SeededItems): fc.Arbitrary<Term[]> {
  const one = fc.oneof(
    { weight: 4, arbitrary: fieldTerm(seeded) },
    { weight: 3, arbitrary: pathTerm(seeded) },
    { weight: 2, arbitrary: textTerm(seeded) },
  )
  return fc.array(one, { minLength: 1, maxLength: 3 })
}

function fieldTerm(seeded: SeededItems): fc.Arbitrary<Term> {
  return fc
    .constantFrom(...KEYS)
    .chain((key) => fc.tuple(fc.constant(key), fc.constantFrom(...KEY_RULES[key].operators)))
    .chain(([key, op]) =>
      fc.record({
        kind: fc.constant('field' as const),
        not: fc.boolean(),
        key: fc.constant(key),
        op: fc.constant(op),
        values: values(fc.constantFrom(...valuesOf(key, op, seeded)), op),
      }),
    )
}

function valuesOf(key: Key, op: Operator, { items, sources, targets }: SeededItems): string[] {
  const schemes: readonly string[] | null = schemesOf(key)
  if (schemes) {
    const names = items.flatMap((item) => item.names.map(splitName)).filter(({ scheme }) => schemes.includes(scheme))
    return [
      ...new Set([
        ...names.map(({ value }) => value).slice(0, 40),
        ...(key === 'phone' ? ['081234567890'] : []),
        'a@b.co',
      ]),
    ]
      .filter((value) => key !== 'phone' || /^\+?\d/.test(value))
      .filter((value) => key !== 'email' || value.includes('@'))
  }
  const times = items.flatMap(({ receivedAt, occurredAt }) => [receivedAt, ...(occurredAt ? [occurredAt] : [])])
  const isOf: Partial<Record<Key, string[]>> = {
    type: [...new Set(items.map(({ type }) => type ?? 'none')), 'order.*', '*e*', '*'],
    status: [...(KEY_RULES.status.list ?? [])],
    handler: [...targets, ...targets.map((target) => target.split(':')[0] ?? target)],
    failure: ['g1', 'g2', 'g3', 'g4'],
    verdict: [...(KEY_RULES.verdict.list ?? [])],
    reason: [...(KEY_RULES.reason.list ?? [])],
    provider: sources.map(({ provider }) => provider),
    source: sources.flatMap(({ id, slug }) => [id, slug]),
    repeats: ['1', '2', '3', '10', '13'],
    problem: [...(KEY_RULES.problem.list ?? [])],
    id: items
      .slice(0, 60)
      .flatMap(({ id, dedupeKey, deliveryIds }) => [id, dedupeKey ?? id, ...deliveryIds, id.toUpperCase()]),
  }
  const days = times.map((time) => time.toISOString().slice(0, 10))
  return isOf[key] ?? (op === 'is' ? days : [...days, ...times.map((time) => time.toISOString()), '24h', '5d', '1w'])
}

function pathTerm({ items }: SeededItems): fc.Arbitrary<Term> {
  const paths = items.flatMap(({ body }) => pathsOf(body)).slice(0, 4_000)
  const odd = fc
    .array(fc.constantFrom(...ODD_KEYS.filter((key) => key !== '')), { minLength: 1, maxLength: 3 })
    .map((path) => ({ path, value: 'x' }))
  const asked = ODD_VALUES.map((value) => String(JSON.parse(value))).filter((value) => isStorableProse(value))
  return fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...paths) }, { weight: 1, arbitrary: odd }),
      fc.constantFrom<Operator>('is', 'is', 'is', 'gt', 'gte', 'lt', 'lte', 'exists'),
      fc.boolean(),
    )
    .chain(([{ path, value }, op, not]) =>
      fc.record({
        kind: fc.constant('path' as const),
        not: fc.constant(not),
        path: fc.constant<string[]>([...path]),
        op: fc.constant(op),
        values: values(fc.oneof(fc.constant(value), fc.constant(value.toUpperCase()), fc.constantFrom(...asked)), op),
      }),
    )
}

/** The paths of a body's JSON to what is no object or list, lists left out of them, each with what stands there. */
function pathsOf(body: Uint8Array): { path: string[]; value: string }[] {
  try {
    return leaves(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)), []).filter(
      ({ path, value }) => path.length > 0 && path.length <= 8 && path.every(Boolean) && isStorableProse(value),
    )
  } catch {
    return []
  }
}

function leaves(value: unknown, path: string[]): { path: string[]; value: string }[] {
  if (Array.isArray(value)) return value.flatMap((element) => leaves(element, path))
  if (typeof value !== 'object' || value === null) return [{ path, value: String(value) }]
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]))
}

function textTerm({ items }: SeededItems): fc.Arbitrary<Term> {
  const texts = items.map(({ body }) => new TextDecoder().decode(body))
  const part = fc
    .tuple(fc.constantFrom(...texts), fc.nat(2_000), fc.integer({ min: 3, max: 24 }))
    .map(([text, at, length]) => text.slice(at % Math.max(1, text.length), (at % Math.max(1, text.length)) + length))
  const fixed = fc.constantFrom(
    'JNE',
    '100%',
    'a_b',
    '"jne"',
    'say "hi"',
    '{}{',
    'café',
    '...',
    'not there',
    ...items.slice(0, 20).map(({ id }) => id),
  )
  return fc.record({
    kind: fc.constant('text' as const),
    not: fc.boolean(),
    text: fc.oneof(part, fixed).filter((text) => [...text.trim()].length > 2 && isStorable(text)),
  })
}

function values(one: fc.Arbitrary<string>, op: Operator): fc.Arbitrary<string[]> {
  if (op === 'exists') return fc.constant([])
  return fc.array(one, { minLength: 1, maxLength: op === 'is' ? 3 : 1 })
}
