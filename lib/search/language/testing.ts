import fc from 'fast-check'
import { isStorableProse } from '@/lib/providers/storable'
import { KEY_RULES } from './key-rules'
import { KEYS, type Key, type Operator, type Term } from './term'

/** Values that each key takes as they are, by operator where that matters. */
const VALUES: Readonly<Record<Key, readonly string[]>> = {
  type: ['order.created', 'order.*', '*', 'awb_update', '*.created'],
  order: ['1001', '#1001', 'INV/2026/11 A', '10,01', '>5', '"x"'],
  awb: ['JNE0012345', 'jp 99'],
  phone: ['+6281234567890', '0812-3456-7890'],
  email: ['siti@example.com'],
  customer: ['Siti Aminah', '0812'],
  shipment: ['IN-1'],
  sku: ['KAOS-M', '-x', 'a\\b'],
  product: ['p1'],
  purchase: ['PO-1'],
  transfer: ['TRF-1'],
  adjustment: ['ADJ-1'],
  status: ['failed', 'retrying', 'succeeded'],
  handler: ['forward', 'forward:01920000-0000-7000-8000-000000000000', 'contract-check'],
  failure: ['8f14e45f'],
  verdict: ['verified', 'rejected'],
  reason: ['no_secret', 'key_mismatch'],
  provider: ['acme', 'acme-post'],
  source: ['default', '01920000-0000-7000-8000-000000000000'],
  received: [],
  occurred: [],
  repeats: ['1', '2', '10'],
  problem: ['not_json', 'unknown_event_type'],
  id: ['01920000-0000-7000-8000-000000000000', 'body:"abc" def'],
}
const DAYS = ['2026-11-21', '2024-02-29']
const MOMENTS = [...DAYS, '24h', '4w', '2026-11-21T09:30:00+07:00', '2026-11-21T09:30Z']

const prose = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => isStorableProse(text))
const mixed = fc.oneof(
  prose,
  fc.constantFrom('*', '>1', '=x', '-y', 'a,b', ' ', '"', '\\', '\\"', 'a b', '100', 'true'),
)

function values(one: fc.Arbitrary<string>, op: Operator): fc.Arbitrary<string[]> {
  if (op === 'exists') return fc.constant([])
  return fc.array(one, { minLength: 1, maxLength: op === 'is' ? 3 : 1 })
}

const fieldTerm: fc.Arbitrary<Term> = fc
  .constantFrom(...KEYS)
  .chain((key) => fc.tuple(fc.constant(key), fc.constantFrom(...KEY_RULES[key].operators)))
  .chain(([key, op]) => {
    const list = VALUES[key].length > 0 ? VALUES[key] : op === 'is' ? DAYS : MOMENTS
    return fc.record({
      kind: fc.constant('field' as const),
      not: fc.boolean(),
      key: fc.constant(key),
      op: fc.constant(op),
      values: values(fc.constantFrom(...list), op),
    })
  })

const segment = fc.oneof(
  fc.constantFrom('data', 'payload', 'Payload', 'total', 'a b', 'a.b', '-x', '0', 'type', '[0]', '"', 'Ünï', ''),
  prose,
)

const pathTerm: fc.Arbitrary<Term> = fc.constantFrom<Operator>('is', 'gt', 'gte', 'lt', 'lte', 'exists').chain((op) =>
  fc.record({
    kind: fc.constant('path' as const),
    not: fc.boolean(),
    path: fc.array(segment, { minLength: 1, maxLength: 4 }),
    op: fc.constant(op),
    values: values(mixed, op),
  }),
)

const textTerm: fc.Arbitrary<Term> = fc.record({
  kind: fc.constant('text' as const),
  not: fc.boolean(),
  text: fc
    .oneof(
      prose,
      fc.tuple(mixed, mixed, mixed).map((parts) => parts.join('')),
    )
    .filter((text) => [...text.trim()].length > 2),
})

/** Any term that a query can say, in its canonical form. For tests. */
export const anyTerm: fc.Arbitrary<Term> = fc.oneof(fieldTerm, pathTerm, textTerm)

/** What people type, with all that is special in the language: mostly faults. For tests. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '\\',
        '-',
        ':',
        '>',
        '<',
        '=',
        '*',
        ',',
        '.',
        ' ',
        'type',
        'status',
        'failed',
        'data',
        '2d',
        'payload',
        '[0]',
        'received',
        '//',
        '\n',
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join('')),
)
