import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise, SCHEMES, type Scheme } from './identifiers'
import type { Provider } from './provider'
import { providers } from './registry'

const NOW = new Date('2026-01-02T03:04:05Z')
const SECRET = { id: 's1', value: 'whsec_Zm9vYmFy' }
const schemes = Object.keys(SCHEMES) as Scheme[]

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.string({ unit: fc.constantFrom('\u0000', '\ud800', ' ', '=', ',', 't', '1', 'v', '#') }),
)
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.json().map(encode),
  fc.json({ noUnicodeString: false }).map(encode),
)

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A genuine delivery of a documented sample. */
function genuine(provider: Provider) {
  return fc.constantFrom(...Object.entries(provider.eventTypes)).map(([eventType, { sample }]) => ({
    eventType,
    body: sample,
    headers: provider.sign({ eventType, body: sample, secret: SECRET, now: NOW }),
  }))
}

/** One character exchanged, put in or taken out. */
function mutation(text: string) {
  const at = fc.nat({ max: text.length })
  const character = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...'0aF,=tv1 -'),
  )
  return fc.record({ at, character, removed: fc.nat({ max: 1 }) }).map(({ at, character, removed }) => {
    const inserted = removed === 1 && character < '5' ? '' : character
    return text.slice(0, at) + inserted + text.slice(at + removed)
  })
}

/** What a verifier may take for the same: space around parts, the case of hex or of a scheme. */
function canonical(text: string): string {
  return text
    .split(',')
    .map((part) => part.trim().replace(/(?<=^v1=)[\da-f]+$/i, (hex) => hex.toLowerCase()))
    .join(',')
}

describe.each(providers.map((provider) => [provider.id, provider] as const))('%s', (_, provider) => {
  const isGood = (verdict: string) => verdict === 'verified' || verdict === 'authenticated'

  it('never calls a delivery good after any mutation of the header that proves it', () => {
    const mutated = genuine(provider).chain((delivery) => {
      const proofs = delivery.headers.filter(([name]) => /signature|authorization/i.test(name))
      const [name, value] = proofs[0] ?? ['', '']
      return mutation(value)
        .filter((changed) => canonical(changed) !== canonical(value))
        .map((changed) => ({
          ...delivery,
          headers: delivery.headers.map(([key, old]) => [key, key === name ? changed : old] as const),
        }))
    })
    fc.assert(
      fc.property(mutated, ({ headers, body }) => {
        expect(provider.verify({ headers, body, secrets: [SECRET], now: NOW, toleranceSeconds: 1e12 }).verdict).toBe(
          'rejected',
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('never calls a body that was changed in one byte verified', () => {
    const mutated = genuine(provider).chain((delivery) =>
      fc
        .record({ at: fc.nat({ max: delivery.body.length - 1 }), flip: fc.integer({ min: 1, max: 255 }) })
        .map(({ at, flip }) => ({
          headers: delivery.headers,
          body: delivery.body.map((byte, index) => (index === at ? byte ^ flip : byte)),
        })),
    )
    fc.assert(
      fc.property(mutated, ({ headers, body }) => {
        const { verdict } = provider.verify({ headers, body, secrets: [SECRET], now: NOW, toleranceSeconds: 300 })
        if (provider.goodVerdict === 'verified') expect(verdict).toBe('rejected')
        else expect(verdict).not.toBe('verified')
      }),
      { numRuns: 1000 },
    )
  })

  it('never calls a delivery good that was signed with another secret', () => {
    fc.assert(
      fc.property(genuine(provider), anyText, ({ headers, body }, value) => {
        fc.pre(value.trim() !== SECRET.value)
        const { verdict } = provider.verify({
          headers,
          body,
          secrets: [{ id: 'other', value }],
          now: NOW,
          toleranceSeconds: 300,
        })
        expect(isGood(verdict)).toBe(false)
      }),
    )
  })

  it('verifies and reads any headers, bytes and secrets without throwing, to something that can be stored', () => {
    const names = [
      'content-type',
      'authorization',
      ...provider.sign({ eventType: 'x', body: encode('{}'), secret: SECRET, now: NOW }).map(([name]) => name),
    ]
    const header = fc.tuple(fc.oneof(fc.constantFrom(...names), anyText), anyText)
    fc.assert(
      fc.property(
        fc.array(header),
        anyBytes,
        fc.array(anyText),
        fc.date({ noInvalidDate: false }),
        (headers, body, values, now) => {
          const secrets = values.map((value, index) => ({ id: String(index), value }))
          const { verdict } = provider.verify({ headers, body, secrets, now, toleranceSeconds: 300 })
          expect(['verified', 'authenticated', 'unchecked', 'rejected']).toContain(verdict)
          expectStorable(provider, headers, body)
          expect(Array.isArray(provider.presentedSecrets(headers))).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('reads any JSON in place of any documented value without throwing', () => {
    const changed = genuine(provider).chain(({ headers, body }) =>
      fc.record({ seed: fc.nat(), value: fc.jsonValue({ noUnicodeString: false }) }).map(({ seed, value }) => ({
        headers,
        body: encode(JSON.stringify(replaceOne(JSON.parse(new TextDecoder().decode(body)), seed, value))),
      })),
    )
    fc.assert(
      fc.property(changed, ({ headers, body }) => expectStorable(provider, headers, body)),
      { numRuns: 1000 },
    )
  })
})

it('normalising a normalised identifier changes nothing', () => {
  const phone = fc.string({ unit: fc.constantFrom(...'0123456789+- ()'), maxLength: 20 })
  fc.assert(
    fc.property(
      fc.constantFrom(...schemes),
      fc.oneof(
        anyText,
        phone,
        phone.map((digits) => `+62${digits}`),
        fc.emailAddress(),
        fc.integer(),
      ),
      (scheme, raw) => {
        const once = normalise(scheme, raw)
        if (once !== null) expect(normalise(scheme, once)).toBe(once)
      },
    ),
    { numRuns: 5000 },
  )
})

function expectStorable(provider: Provider, headers: readonly (readonly [string, string])[], body: Uint8Array) {
  const reading = provider.read({ headers, body })
  const texts = [
    reading.eventType,
    reading.dedupeKey,
    reading.subject?.label ?? '',
    ...reading.identifiers.map(({ value }) => value),
    ...reading.problems.map(({ message }) => message),
  ]
  for (const text of texts) {
    expect(text.isWellFormed()).toBe(true)
    expect(text).not.toContain('\u0000')
    expect(text.length).toBeLessThanOrEqual(512)
  }
  expect(reading.dedupeKey).not.toBe('')
  expect(reading.eventType.length).toBeLessThanOrEqual(100)
  expect(reading.subject?.label.length ?? 0).toBeLessThanOrEqual(120)
  expect(reading.identifiers.length).toBeLessThanOrEqual(100)
  expect(new Set(reading.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)).size).toBe(
    reading.identifiers.length,
  )
  expect(reading.occurredAt === null || !Number.isNaN(reading.occurredAt.getTime())).toBe(true)
  expect(provider.read({ headers, body })).toEqual(reading)
}

/** The same JSON with the value at one place, chosen by the seed, replaced. */
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
