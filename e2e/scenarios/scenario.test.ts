import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import { bodyOf } from './body'
import { parseScenario, readScenario, scenarioNames } from './read-scenario'

const provider = providers[0]
if (!provider) throw new Error('there is no provider')
const eventType = Object.keys(provider.eventTypes)[0] ?? ''

const EVENT = { provider: provider.id, eventType, at: '2026-03-02T08:00:00Z' }
const SCENARIO = {
  title: 'A title',
  why: 'A reason',
  now: '2026-03-03T08:00:00Z',
  events: [EVENT],
  expect: { orders: [{ identifiers: ['order_number:1'], timeline: [eventType] }] },
}

const faultsOf = (change: object) => () => parseScenario('x.json', JSON.stringify({ ...SCENARIO, ...change }))

describe('a scenario', () => {
  it('is taken as it is written', () => {
    expect(parseScenario('x.json', JSON.stringify(SCENARIO)).events[0]).toMatchObject({ ...EVENT, arrives: '+2s' })
  })

  it.each([
    ['no JSON', () => parseScenario('x.json', '{'), /x\.json is not JSON/],
    ['a word that there is not', faultsOf({ evnts: [] }), /Unrecognized key: "evnts"/],
    ['a time in no known form', faultsOf({ now: 'yesterday' }), /now: expected a time in UTC/],
    [
      'a delay without a unit',
      faultsOf({ events: [{ ...EVENT, arrives: '+2' }] }),
      /events\.0\.arrives: expected a time after/,
    ],
    ['two events of one name', faultsOf({ events: [EVENT, EVENT] }), /events\.1: there are two events called/],
    [
      'a store that is not there',
      faultsOf({ events: [{ ...EVENT, store: 'X' }] }),
      /expected one of the stores Default, but "X"/,
    ],
    ['a body beside a sample', faultsOf({ events: [{ ...EVENT, body: {}, with: {} }] }), /"body" or "with", but both/],
    [
      'an expected event that nobody sends',
      faultsOf({ expect: { orders: [{ identifiers: ['order_number:1'], own: ['gone'] }] } }),
      /no event is called "gone"/,
    ],
    [
      'an identifier without a scheme',
      faultsOf({ expect: { orders: [{ identifiers: ['1001'] }] } }),
      /expect\.orders\.0\.identifiers\.0: expected a name such as/,
    ],
    [
      'a rule that there is not',
      faultsOf({ expect: { orders: [{ identifiers: ['order_number:1'], findings: [{ rule: 'odd', events: [] }] }] } }),
      /expect\.orders\.0\.findings\.0\.rule/,
    ],
  ])('with %s is refused with the place of the fault', (_, read, message) => {
    expect(read).toThrow(message)
  })

  it('tells every fault at once', () => {
    expect(faultsOf({ title: '', now: 'soon' })).toThrow(/title[\s\S]*now/)
  })

  it('lays its layers over the documented sample, at the time of the event, and takes names from the cast', () => {
    const layers = [{ a: { b: 1, c: 2 } }, '$more']
    const body = bodyOf({ ...EVENT, arrives: '+2s', with: layers }, provider, {
      more: { a: { c: '$three' } },
      three: 3,
    })
    const text = new TextDecoder().decode(body)
    const sample: object = JSON.parse(new TextDecoder().decode(provider.eventTypes[eventType]?.sample))
    expect(Object.keys(JSON.parse(text))).toEqual([...Object.keys(sample), 'a'])
    expect(JSON.parse(text)).toMatchObject({ a: { b: 1, c: 3 } })
    expect(text).toContain(EVENT.at)
    expect(() => bodyOf({ ...EVENT, arrives: '+2s', with: '$none' }, provider, {})).toThrow(
      '"$none" is not in the cast',
    )
  })
})

it.each(scenarioNames())('%s is a scenario', (name) => {
  const scenario = readScenario(name)
  expect(Date.parse(scenario.now)).toBeGreaterThan(Math.max(...scenario.events.map(({ at }) => Date.parse(at))))
})
