import type { FindingRule } from '@/lib/timeline/finding-rules'
import type { Change, EntityDetail, Timeline, TimelineItem } from '@/lib/timeline/schemas'
import type { ExpectedEntity } from './scenario'

/** What is found of one entity: its detail and its timelines, the own and the whole story. */
export interface Found {
  detail: EntityDetail
  story: Timeline
  own: Timeline
}

export interface Words {
  /** What the scenario calls an event or a rejected delivery, by id. */
  nameOf(id: string): string
  /** The names of an entity that is found, by id. */
  identifiersOf(entityId: string): readonly string[]
  /** Findings that are not compared. */
  isLeftOut(rule: FindingRule): boolean
}

/**
 * What is found of an entity as a scenario writes it, with those members that the expectation speaks of: equal to it where
 * everything is as expected, and readable beside it where it is not.
 */
export function viewOf(found: Found, expected: ExpectedEntity, words: Words): ExpectedEntity {
  const { detail } = found
  const members: { [M in keyof ExpectedEntity]-?: () => ExpectedEntity[M] } = {
    store: () => detail.store.name,
    identifiers: () => detail.identifiers.map(({ name }) => name).sort(),
    label: () => detail.label,
    state: () => detail.state,
    statuses: () => Object.fromEntries(detail.statuses.map(({ provider, status }) => [provider, status])),
    fields: () => fieldsOf(detail, Object.keys(expected.fields ?? {})),
    timeline: () => linesOf(found.story, expected.timeline ?? [], words),
    own: () => linesOf(found.own, expected.own ?? [], words),
    findings: () => findingsOf(detail, words),
    related: () => relatedOf(detail, expected.related ?? {}, words),
    shared: () => detail.identifiers.flatMap(({ name, sharedWith }) => (sharedWith.length > 0 ? [name] : [])).sort(),
    expected: () => detail.expected.map(({ why, title }) => `${why} ${title}`),
  }
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, read]) => (Object.hasOwn(expected, name) ? [[name, read()]] : [])),
  ) as ExpectedEntity
}

/** An expectation in the order in which views have things: lists without an order of their own sorted. */
export function inOrder(expected: ExpectedEntity, words: Pick<Words, 'isLeftOut'>): ExpectedEntity {
  const { identifiers, findings, related, shared } = expected
  return {
    ...expected,
    identifiers: identifiers.toSorted(),
    ...(shared ? { shared: shared.toSorted() } : {}),
    ...(related ? { related: Object.fromEntries(sortedEntries(related)) } : {}),
    ...(findings ? { findings: sortedFindings(findings.filter(({ rule }) => !words.isLeftOut(rule))) } : {}),
  }
}

function fieldsOf(detail: EntityDetail, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => {
      const [field, provider] = name.split('@')
      const item = detail.fields.find((candidate) => candidate.field === field)
      if (!item || provider === undefined || provider === item.provider) return [name, item?.value]
      return [name, item.others.find((other) => other.provider === provider)?.value]
    }),
  )
}

function linesOf({ items }: Timeline, expected: NonNullable<ExpectedEntity['timeline']>, { nameOf }: Words) {
  const asked = new Map(expected.map((line) => (typeof line === 'string' ? [line, null] : [line.event, line])))
  return items.map((item) => {
    const event = nameOf(item.eventId)
    const line = asked.get(event)
    if (!line) return event
    return {
      event,
      ...(Object.hasOwn(line, 'state') ? { state: item.state } : {}),
      ...(line.changes ? { changes: changesOf(item) } : {}),
    }
  })
}

function changesOf({ changes }: TimelineItem): string[] {
  return changes.map(wordsOf)
}

function wordsOf({ path: within, of, change, before, after }: Change): string {
  const path = of ? `${of}: ${within}` : within
  const [was, is] = [before, after].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  if (change === 'changed') return `changed ${path} ${was} → ${is}`
  return change === 'added' ? `added ${path} ${is}` : `removed ${path} ${was}`
}

function findingsOf({ findings }: EntityDetail, { nameOf, isLeftOut }: Words): ExpectedEntity['findings'] {
  const seen = findings.filter(({ rule }) => !isLeftOut(rule))
  return sortedFindings(seen.map(({ rule, eventIds }) => ({ rule, events: eventIds.map(nameOf) })))
}

function sortedFindings(findings: NonNullable<ExpectedEntity['findings']>) {
  const sorted = findings.map(({ rule, events }) => ({ rule, events: events.toSorted() }))
  return sorted.sort((one, other) => keyOf(one).localeCompare(keyOf(other)))
}

function keyOf({ rule, events }: { rule: string; events: string[] }): string {
  return `${rule} ${events.join(' ')}`
}

/** Each related entity by the name that the expectation has for it, else by all of its names. */
function relatedOf({ related }: EntityDetail, expected: Record<string, string[]>, words: Words) {
  const found = Object.keys(expected).map((relation): [string, string[]] => {
    const known = expected[relation] ?? []
    const entities = related.filter((item) => item.relation === relation).map(({ entity }) => entity)
    const names = entities.map(({ id, label }) => {
      const own = words.identifiersOf(id)
      return known.find((name) => own.includes(name)) ?? (own.join(' ') || label)
    })
    return [relation, names]
  })
  return Object.fromEntries(sortedEntries(Object.fromEntries(found)))
}

function sortedEntries(related: Record<string, string[]>): [string, string[]][] {
  return Object.entries(related).map(([relation, names]) => [relation, names.toSorted()])
}
