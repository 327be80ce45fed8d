import { expect } from 'vitest'
import type { PrismaClient } from '@/lib/db/client'
import { getEntity } from '@/lib/timeline/ask/get'
import { listEntities } from '@/lib/timeline/ask/list'
import { lookUp } from '@/lib/timeline/ask/lookup'
import { getTimeline } from '@/lib/timeline/ask/timeline'
import type { FindingRule } from '@/lib/timeline/finding-rules'
import { KIND_NAMES, KINDS, type Kind } from '@/lib/timeline/kinds'
import { entitiesQuerySchema, lookupQuerySchema, timelineQuerySchema } from '@/lib/timeline/query-schemas'
import type { Expectation, ExpectedEntity } from './scenario'
import { type Found, inOrder, viewOf, type Words } from './view'

/** The most that these questions answer at once. */
const LIMIT = 200

export interface Observer {
  client: PrismaClient
  now: Date
  /** Of events and rejected deliveries, by id. */
  names: ReadonlyMap<string, string>
  isLeftOut(rule: FindingRule): boolean
}

/** Asks as pages do, and compares with what is expected: entities, states, timelines and findings of each kind, and lookups. */
export async function expectToFind(expectation: Expectation, observer: Observer): Promise<void> {
  const found = new Map<Kind, Found[]>()
  for (const kind of KIND_NAMES) found.set(kind, await findAll(kind, observer))
  const everything = [...found.values()].flat()
  const words: Words = {
    nameOf: (id) => observer.names.get(id) ?? id,
    isLeftOut: observer.isLeftOut,
    identifiersOf: (id) => {
      const entity = everything.find(({ detail }) => detail.id === id)
      return entity ? identifiersOf(entity) : []
    },
  }
  for (const kind of KIND_NAMES) {
    const expected = expectation[KINDS[kind].path]
    if (expected) expectAlike(expected, found.get(kind) ?? [], words)
  }
  for (const [text, names] of Object.entries(expectation.lookup ?? {})) {
    expect({ [text]: await lookedUp(text, names, everything, observer) }).toEqual({ [text]: names })
  }
}

/** Each expected entity beside the one that is there, then those that nobody expected. */
function expectAlike(expected: readonly ExpectedEntity[], found: readonly Found[], words: Words): void {
  const left = new Set(found)
  const seen = expected.map((entity) => {
    const match = [...left].find((candidate) => isMeant(candidate, entity))
    if (!match) return { identifiers: [], missing: entity.identifiers }
    left.delete(match)
    return viewOf(match, entity, words)
  })
  const unexpected = [...left].map((entity) => viewOf(entity, { identifiers: [], own: [] }, words))
  expect([...seen, ...unexpected]).toEqual(expected.map((entity) => inOrder(entity, words)))
}

function isMeant(found: Found, expected: ExpectedEntity): boolean {
  if (expected.store !== undefined && expected.store !== found.detail.store.name) return false
  return identifiersOf(found).join() === expected.identifiers.toSorted().join()
}

function identifiersOf({ detail }: Found): string[] {
  return detail.identifiers.map(({ name }) => name).sort()
}

async function findAll(kind: Kind, { client, now }: Observer): Promise<Found[]> {
  const { items } = await listEntities(kind, entitiesQuerySchema.parse({ limit: LIMIT }), client, now)
  const found: Found[] = []
  for (const { id, findings } of items) {
    const detail = await getEntity(kind, id, client, now)
    // What a list shows is written by the joining of events, what a page shows is told anew: both must agree.
    expect(findings.toSorted()).toEqual([...new Set(detail.findings.map(({ rule }) => rule))].sort())
    const [story, own] = await Promise.all(
      (['story', 'own'] as const).map((scope) =>
        getTimeline(kind, id, timelineQuerySchema.parse({ scope, limit: LIMIT }), client),
      ),
    )
    if (story && own) found.push({ detail, story, own })
  }
  return found
}

/** What a text leads to, by the expected names where they lead there. */
async function lookedUp(text: string, names: readonly string[], found: readonly Found[], { client }: Observer) {
  const { items } = await lookUp(lookupQuerySchema.parse({ q: text }), client)
  return items.map(({ id, label }) => {
    const entity = found.find(({ detail }) => detail.id === id)
    const own = entity ? identifiersOf(entity) : []
    return names.find((name) => own.includes(name)) ?? (own.join(' ') || label)
  })
}
