import { expect, it } from 'vitest'
import { generate } from '@/lib/simulator/generate'
import type { Kind } from './kinds'
import { comparePlaces } from './mention'
import { mentionsOf } from './mentions-of'
import { rankOf } from './rank'
import { DEFAULT_SETTINGS } from './settings'
import { tellStory } from './story'
import { heardOf, lifecyclesOf } from './testing/tellings'
import type { Told } from './told'

const NOW = new Date('2026-03-01T00:00:00Z')
const NOTHING_GOES_WRONG = { repeats: 0, late: 0, outOfOrder: 0, badSignatures: 0, broken: 0 }

interface Thing {
  kind: Kind
  names: readonly string[]
  mentions: Told[]
}

it('nothing is found in the life of a shop in which nothing goes wrong', () => {
  const things = [...simulated()]
  const found = things.flatMap(({ kind, names, mentions }) => {
    const lifecycles = heardOf(kind)
    const { findings } = tellStory({ kind, mentions, lifecycles, settings: DEFAULT_SETTINGS, now: NOW.getTime() })
    return findings.map(({ rule, explanation }) => `${names}: ${rule}: ${explanation}`)
  })
  expect(found).toEqual([])
  const kinds = new Set(things.map(({ kind }) => kind))
  for (const kind of ['order', 'shipment', 'product', 'purchase', 'transfer', 'adjustment'] as const) {
    expect(kinds).toContain(kind)
  }
})

/** What is said of each thing, where every name names one thing, as it does in a simulated shop. */
function simulated(): Set<Thing> {
  const byName = new Map<string, Thing>()
  for (const { kind, names, told } of simulatedMentions()) {
    const known = names.flatMap((name) => byName.get(`${kind} ${name}`) ?? [])
    const thing: Thing = {
      kind,
      names: [...new Set([...known.flatMap((one) => one.names), ...names])],
      mentions: [...new Set([...known.flatMap((one) => one.mentions), told])].sort(comparePlaces),
    }
    for (const name of thing.names) byName.set(`${kind} ${name}`, thing)
  }
  return new Set(byName.values())
}

function* simulatedMentions(): Generator<{ kind: Kind; names: readonly string[]; told: Told }> {
  let count = 0
  for (const delivery of generate({ seed: 7, orders: 150, now: NOW, shares: NOTHING_GOES_WRONG })) {
    const { providerId: provider, eventType: type, body } = delivery
    const at = delivery.occurredAt.getTime()
    const id = String(++count)
    const event = { eventId: id, tie: id, provider, type, at, receivedAt: at, deliveryCount: 1 }
    const said = mentionsOf({ provider, type, headers: [], body, identifiers: [], subjectKind: null })
    for (const { kind, names, role, set } of said.mentions) {
      yield { kind, names, told: { ...event, role, set, rank: rankOf(lifecyclesOf(kind).get(provider), set) } }
    }
  }
}
