import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from './facts'
import { joinName, SCHEMES, type Scheme, splitName } from './identifiers'
import { providers } from './registry'
import { FIELDS, RELATIONS, STATES } from './vocabulary'

const NOW = new Date('2026-01-02T03:04:05Z')
const SECRET = { id: 's1', value: 'whsec_Zm9vYmFy' }
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes))

const cases = providers.flatMap((provider) =>
  Object.entries(provider.eventTypes).map(([eventType, { sample }]) => {
    const headers = provider.sign({ eventType, body: sample, secret: SECRET, now: NOW })
    return { provider, id: provider.id, eventType, headers, body: sample }
  }),
)

describe.each(cases)('$id $eventType', ({ provider, eventType, headers, body }) => {
  const facts = provider.facts({ eventType, headers, body })
  const { identifiers, subject } = provider.read({ headers, body })

  it('says something of its subject, by names that reading it finds', () => {
    expect(facts[0]).toMatchObject({ fact: 'state', kind: subject?.kind })
    expect(Object.keys(facts[0]?.fact === 'state' ? facts[0].set : {})).not.toEqual([])
    const named = identifiers.map(joinName)
    for (const name of facts.flatMap(namesOf)) expect(named).toContain(name)
    expect(new Set(facts.flatMap(namesOf))).toEqual(new Set(named))
  })

  it('says the same of a body with members that nobody documented', () => {
    const more = encode({ ...parse(body), addedLater: { by: ['the provider', null, 1] } })
    expect(provider.facts({ eventType, headers, body: more })).toEqual(facts)
  })

  it('says nothing of the state where the event type is a new one', () => {
    const later = provider.facts({ eventType: `${eventType}.later`, headers, body })
    expect(later.some((fact) => fact.fact === 'state' && 'state' in fact.set)).toBe(false)
  })
})

describe('any body', () => {
  const types = [...new Set(cases.map(({ eventType }) => eventType)), 'order.cloned', '__proto__', 'constructor', '']
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
  )

  it('is read without throwing, whatever it is', () => {
    const provider = fc.constantFrom(...providers)
    const eventType = fc.oneof(fc.constantFrom(...types), fc.string())
    fc.assert(
      fc.property(provider, eventType, anyBytes, (of, type, body) =>
        expectSound(of.facts({ eventType: type, headers: [], body })),
      ),
      { numRuns: 1000 },
    )
  })

  it('with any JSON in place of documented values says sound facts, by names that reading it finds', () => {
    const changed = fc.record({
      of: fc.constantFrom(...cases),
      changes: fc.array(fc.record({ seed: fc.nat(), value: anyValue() }), { minLength: 1, maxLength: 4 }),
    })
    fc.assert(
      fc.property(changed, ({ of: { provider, eventType, headers, body }, changes }) => {
        const json = changes.reduce((value, change) => replaceOne(value, change.seed, change.value), parse(body))
        const bytes = encode(json)
        const facts = provider.facts({ eventType, headers, body: bytes })
        expectSound(facts)
        const reading = provider.read({ headers, body: bytes })
        if (reading.eventType !== eventType) return
        const named = new Set(reading.identifiers.map(joinName))
        expect(facts.flatMap(namesOf).filter((name) => !named.has(name))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it.each(cases)('of $id $eventType of 256 KB takes about as long as reading it', (one) => {
    const { provider, eventType, headers } = one
    const body = encode(swollen(parse(one.body)))
    const input = { eventType, headers, body }
    const reading = quickest(() => provider.read(input))
    expect(quickest(() => provider.facts(input))).toBeLessThan(Math.max(50, reading * 5))
    expect(provider.facts(input).length).toBeLessThanOrEqual(110)
  })
})

/** JSON with a liking for what stands in identifiers, amounts and times. */
function anyValue() {
  const liked = [
    '',
    '-',
    'N/A',
    '0',
    '12345678901234567890',
    9e15,
    -1,
    1e300,
    '\ud800',
    'a\u0000b',
    '2024-01-15',
    '0812345678',
  ]
  return fc.oneof(fc.constantFrom<unknown>(...liked), fc.jsonValue({ noUnicodeString: false }))
}

function namesOf(fact: Fact): readonly string[] {
  return fact.fact === 'state' ? fact.names : [...fact.from.names, ...fact.to.names]
}

/** Only kinds, fields, states and relations that are listed, normalised names of the right kind, and storable JSON. */
function expectSound(facts: Fact[]): void {
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  expect(JSON.stringify(facts)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
  for (const fact of facts) {
    const things = fact.fact === 'state' ? [fact] : [fact.from, fact.to]
    for (const { kind, names } of things) {
      expect(names.length).toBeGreaterThan(0)
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(SCHEMES[splitName(name).scheme as Scheme].kind).toBe(kind)
    }
    if (fact.fact === 'relation') {
      expect(Object.entries(RELATIONS[fact.from.kind])).toContainEqual([fact.to.kind, fact.relation])
    } else {
      for (const field of Object.keys(fact.set)) expect(Object.keys(FIELDS[fact.kind])).toContain(field)
      if ('state' in fact.set) expect(STATES[fact.kind]).toContain(fact.set.state)
    }
  }
}

/** The same body with every list filled up, and a long text, to about 256 KB. */
function swollen(json: Record<string, unknown>): unknown {
  const inner = (json.data ?? json) as Record<string, unknown>
  const filled = Object.entries(inner).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0) return [key, value]
    const count = Math.floor(200_000 / JSON.stringify(value[0]).length)
    return [key, Array.from({ length: count }, (_, at) => renamed(value[0], at))]
  })
  const body = { ...Object.fromEntries(filled), padding: 'x'.repeat(50_000) }
  return json.data ? { ...json, data: body } : body
}

function renamed(item: unknown, at: number): unknown {
  if (typeof item !== 'object' || item === null) return `${item}${at}`
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, /id|sku/i.test(key) ? `${value}-${at}` : value]),
  )
}

function quickest(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}

function replaceOne(json: unknown, seed: number, value: unknown): unknown {
  if (typeof json !== 'object' || json === null) return value
  const keys = Object.keys(json)
  const key = keys[seed % (keys.length + 1)]
  if (key === undefined) return value
  const inner = replaceOne(Reflect.get(json, key), Math.floor(seed / (keys.length + 1)), value)
  return Array.isArray(json)
    ? json.map((item, index) => (String(index) === key ? inner : item))
    : { ...json, [key]: inner }
}
