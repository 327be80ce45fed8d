import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Provider } from './provider'
import { findProvider, providers } from './registry'

const NOW = new Date('2026-01-02T03:04:05.678Z')
const SECRET = { id: 'right', value: 'a-right-secret' }
const WRONG = { id: 'wrong', value: 'a-wrong-secret' }

const cases = providers.flatMap((provider) =>
  Object.entries(provider.eventTypes).map(([type, contract]) => ({ provider, id: provider.id, type, contract })),
)
const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes))
const folder = (provider: Provider) => new URL(`./${provider.id}/fixtures/`, import.meta.url)

describe('the registry', () => {
  it('covers 43 event types and finds each provider by its id', () => {
    expect(cases).toHaveLength(43)
    for (const provider of providers) expect(findProvider(provider.id)).toBe(provider)
    expect(findProvider('nobody')).toBeUndefined()
    expect(findProvider('__proto__')).toBeUndefined()
  })
})

describe.each(providers.map((provider) => [provider.id, provider] as const))('%s', (_, provider) => {
  it('has one fixture per event type and no other', () => {
    const fixtures = readdirSync(folder(provider)).sort()
    expect(fixtures).toEqual(
      Object.keys(provider.eventTypes)
        .map((type) => `${type}.json`)
        .sort(),
    )
  })

  it('tells a retry schedule with an entry per attempt, the first at once', () => {
    expect(provider.limits.retryScheduleSeconds).toHaveLength(provider.limits.attempts)
    expect(provider.limits.retryScheduleSeconds[0]).toBe(0)
  })

  it('can be told apart in a list', () => {
    expect(provider.id).toMatch(/^[a-z][a-z0-9-]*$/)
    expect(provider.mark.letters).toHaveLength(2)
    expect(provider.mark.hue).toBeGreaterThanOrEqual(0)
    expect(provider.mark.hue).toBeLessThanOrEqual(360)
    expect(new URL(provider.docsUrl).protocol).toBe('https:')
  })

  it('presents no secret but the one it was signed with', () => {
    const [type, contract] = Object.entries(provider.eventTypes)[0] ?? []
    if (!type || !contract) throw new Error('no event types')
    const headers = provider.sign({ eventType: type, body: contract.sample, secret: SECRET, now: NOW })
    const inClear = headers.filter(([, value]) => value.includes(SECRET.value)).map(([name]) => name.toLowerCase())
    const presented = provider.presentedSecrets(headers)
    expect(presented.map(({ header }) => header)).toEqual(inClear)
    for (const { secret } of presented) expect(secret).toBe(SECRET.value)
  })
})

describe.each(cases)('$id $type', ({ provider, type, contract }) => {
  const headers = provider.sign({ eventType: type, body: contract.sample, secret: SECRET, now: NOW })
  const input = { headers, body: contract.sample, now: NOW, toleranceSeconds: 300 }

  it('has the fixture as its sample, a title in sentence case and a body within the limit', () => {
    const fixture = JSON.parse(readFileSync(new URL(`${type}.json`, folder(provider)), 'utf8'))
    expect(parse(contract.sample)).toEqual(fixture)
    expect(contract.title).toMatch(/^[A-Z][\w ]+$/)
    expect(contract.sample.length).toBeLessThan(provider.limits.bodyBytes)
  })

  it('has a schema that takes the sample, and the sample with additions at every level', () => {
    expect(contract.schema.safeParse(parse(contract.sample)).error).toBeUndefined()
    expect(contract.schema.safeParse(withAdditions(parse(contract.sample))).error).toBeUndefined()
  })

  it('has a schema that takes nothing but objects', () => {
    for (const value of [null, [], 'text', 1, undefined]) expect(contract.schema.safeParse(value).success).toBe(false)
  })

  it('is as good as can be when signed, and says by which secret', () => {
    const verdict = provider.verify({ ...input, secrets: [WRONG, SECRET] })
    expect(verdict).toMatchObject({ verdict: provider.goodVerdict, reason: null, detail: { secretId: 'right' } })
  })

  it('is rejected when signed with another secret, and unchecked without any', () => {
    expect(provider.verify({ ...input, secrets: [WRONG] }).verdict).toBe('rejected')
    expect(provider.verify({ ...input, secrets: [] })).toMatchObject({ verdict: 'unchecked', reason: 'no_secret' })
  })

  it('is read without a problem, to the same event each time', () => {
    const reading = provider.read({ headers, body: contract.sample })
    expect(reading.problems).toEqual([])
    expect(reading.eventType).toBe(type)
    expect(reading.identifiers.length).toBeGreaterThan(0)
    expect(reading.subject?.label).toBeTruthy()
    expect(reading.occurredAt).toBeInstanceOf(Date)
    const later = provider.sign({
      eventType: type,
      body: contract.sample,
      secret: WRONG,
      now: new Date(NOW.getTime() + 60_000),
    })
    expect(provider.read({ headers: later, body: contract.sample }).dedupeKey).toBe(reading.dedupeKey)
  })
})

it('no two samples of a provider are the same event', () => {
  const keys = cases.map(({ provider, id, type, contract }) => {
    const headers = provider.sign({ eventType: type, body: contract.sample, secret: SECRET, now: NOW })
    return `${id} ${provider.read({ headers, body: contract.sample }).dedupeKey}`
  })
  expect(new Set(keys).size).toBe(keys.length)
})

function withAdditions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withAdditions)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, inner]) => [key, withAdditions(inner)])
  return { ...Object.fromEntries(members), addedLater: { by: ['the provider', null, 1] } }
}
