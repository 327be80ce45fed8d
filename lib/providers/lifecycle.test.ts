import { describe, expect, it } from 'vitest'
import type { Lifecycle } from './lifecycle'
import { providers } from './registry'
import { FIELDS, STATES } from './vocabulary'

const SECRET = { id: 'any', value: 'any-secret' }
const NOW = new Date('2026-01-02T03:04:05Z')

const cases = providers.flatMap((provider) =>
  provider.lifecycles.map((lifecycle) => ({ provider, id: provider.id, kind: lifecycle.kind, lifecycle })),
)

it.each(providers)('$id has at most one lifecycle for a kind', ({ lifecycles }) => {
  expect(new Set(lifecycles.map(({ kind }) => kind)).size).toBe(lifecycles.length)
})

it('at least one provider tells the life of an order', () => {
  expect(cases.map(({ kind }) => kind)).toContain('order')
})

describe.each(cases)('$id $kind', ({ provider, kind, lifecycle }) => {
  const steps: readonly Lifecycle['steps'][number][] = lifecycle.steps

  it('has steps in their order, each with a title of its own in sentence case', () => {
    const places = steps.map(({ place }) => place)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    for (const place of places) {
      expect(Number.isInteger(place)).toBe(true)
      expect(place).toBeGreaterThanOrEqual(1)
      expect(place).toBeLessThanOrEqual(1000)
    }
    expect(new Set(steps.map(({ title }) => title)).size).toBe(steps.length)
    for (const { title } of steps) expect(title).toMatch(/^[A-Z][\w ]+$/)
  })

  it('reaches each step by a state or field of the vocabulary, and no two by one', () => {
    const words = steps.map(({ reachedBy }) => ('state' in reachedBy ? reachedBy.state : `.${reachedBy.field}`))
    expect(new Set(words).size).toBe(words.length)
    for (const { reachedBy } of steps) {
      if ('state' in reachedBy) expect(STATES[kind]).toContain(reachedBy.state)
      else expect(Object.keys(FIELDS[kind])).toContain(reachedBy.field)
    }
  })

  it('bounds branches only, with room between the bounds', () => {
    for (const { need, after, before } of steps) {
      if (need !== 'branch') expect([after, before]).toEqual([undefined, undefined])
      if (after !== undefined && before !== undefined) expect(after).toBeLessThan(before)
    }
  })

  it('lets nothing get stuck at an end, and says how long what waits may wait', () => {
    for (const { isFinal, stuckAfterHours } of steps) {
      if (isFinal) expect(stuckAfterHours).toBeUndefined()
      if (stuckAfterHours !== undefined) expect(stuckAfterHours).toBeGreaterThan(0)
    }
  })

  it('has a step for every state that the samples tell, and for no other', () => {
    const told = Object.entries(provider.eventTypes).flatMap(([eventType, { sample }]) => {
      const headers = provider.sign({ eventType, body: sample, secret: SECRET, now: NOW })
      const facts = provider.facts({ eventType, headers, body: sample })
      return facts.flatMap((fact) => (fact.fact === 'state' && fact.kind === kind ? [stateIn(fact.set)] : []))
    })
    const known = steps.map(({ reachedBy }) => ('state' in reachedBy ? reachedBy.state : null))
    expect(distinct(told)).toEqual(distinct(known))
  })
})

function stateIn(set: object): unknown {
  return 'state' in set ? set.state : null
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Set(values)].filter((value) => value !== null && value !== undefined).sort()
}
