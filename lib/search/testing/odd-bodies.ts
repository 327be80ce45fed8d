import fc from 'fast-check'

const encode = (text: string) => new TextEncoder().encode(text)

/** Keys of the payloads of `oddBodies`, some of which differ in case alone. */
export const ODD_KEYS = ['a', 'A', 'b', 'data', 'total', 'Ünï', 'a b', '0', 'a.b', '__proto__', '"', ''] as const

/** Values that stand in them, as JSON. */
export const ODD_VALUES = [
  ...['1', '-0', '1.0', '100', '1e2', '0.1', '12345678901234567890', '12345678901234567891', '-7.25', '1e400'],
  ...['"1"', '"007"', '"100"', '"1e2"', '"-7.250"', '"12345678901234567890"', '" 5"', '"0x10"', '"NaN"', '"Infinity"'],
  ...[
    '"JNE"',
    '"jne"',
    '"J\\u004eE"',
    '"caf\\u00e9"',
    '"CAFÉ"',
    '"say \\"hi\\""',
    '"back\\\\slash"',
    '"100%"',
    '"a_b"',
  ],
  ...['"2026-11-01T00:00:00Z"', '"line\\nbreak"', '"nul\\u0000"', '"\\ud800"', '"😀"', '"\\uffff"', '"İstanbul"', '""'],
  ...['true', 'false', 'null', '[]', '{}', '[[]]', '"true"', '"null"', '"$.a ? (@ == 1)"'],
] as const

const space = fc.constantFrom('', ' ', '\n\t')
const { json } = fc.letrec<{ json: string; list: string; object: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...ODD_VALUES),
    tie('object'),
    tie('object'),
    tie('list'),
  ),
  list: fc
    .tuple(space, fc.array(tie('json'), { maxLength: 3 }))
    .map(([gap, items]) => `[${gap}${items.join(`${gap},`)}]`),
  object: fc
    .tuple(space, fc.array(fc.tuple(fc.constantFrom(...ODD_KEYS), tie('json')), { maxLength: 4 }))
    .map(([gap, pairs]) => `{${gap}${pairs.map(([key, value]) => `${JSON.stringify(key)}${gap}:${value}`).join(',')}}`),
}))

/** Bodies that no provider documents: odd JSON, and what is none. Always the same. For tests. */
export function oddBodies(count: number): Uint8Array[] {
  const generated = fc.sample(json, { numRuns: count, seed: 5 }).map(encode)
  return [
    ...generated,
    ...['', 'not json', '{"a":1', '<xml>JNE</xml>', 'a=1&b=%20', '{"a":1} trailing', 'nul \u0000 within'].map(encode),
    new Uint8Array([0xff, 0xfe, 0x4a, 0x4e, 0x45]),
    encode(`${'['.repeat(300)}"deep"${']'.repeat(300)}`),
  ]
}
