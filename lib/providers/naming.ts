import { type EntityKind, type Identifier, normalise, type Scheme, type Subject } from './identifiers'
import { type JsonObject, member } from './json'
import { clean } from './label'
import { isPlaceholder } from './placeholder'

/** Where a body holds an identifier: a member, or a member of an object or of each object in a list. */
export type Name = readonly [scheme: Scheme, key: string] | readonly [scheme: Scheme, container: string, key: string]

/** What names what in the bodies of one group of event types. Data, so that it reads like the documentation's table. */
export interface Naming {
  kind: EntityKind
  /** The members that make a label, the first usable one wins; several in a list are joined by a space. */
  label: readonly (string | readonly string[])[]
  /** The subject's own names first: they are kept where there are too many. */
  names: readonly Name[]
}

const MAX_IDENTIFIERS = 100
const MAX_ITEMS = 1000
const MAX_LABEL = 120

/** The identifiers in a body, each once and at most 100, and what it is about. Whatever is absent or unfit is skipped. */
export function identify(naming: Naming, body: JsonObject): { identifiers: Identifier[]; subject: Subject | null } {
  const found = new Map<string, Identifier>()
  for (const [scheme, ...path] of naming.names) {
    for (const raw of valuesAt(body, path)) {
      if (found.size >= MAX_IDENTIFIERS) break
      const value = normalise(scheme, raw)
      if (value !== null) found.set(`${scheme}:${value}`, { scheme, value })
    }
  }
  const label = labelOf(naming.label, body)
  return { identifiers: [...found.values()], subject: label === null ? null : { kind: naming.kind, label } }
}

function valuesAt(body: JsonObject, [first, second]: readonly string[]): unknown[] {
  const value = first === undefined ? undefined : member(body, first)
  if (second === undefined) return [value]
  if (!Array.isArray(value)) return [member(value, second)]
  return value.slice(0, MAX_ITEMS).map((item) => member(item, second))
}

function labelOf(candidates: Naming['label'], body: JsonObject): string | null {
  for (const candidate of candidates) {
    const parts = [candidate].flat().map((key) => partOf(member(body, key)))
    const label = clean(parts.filter((part) => part !== '').join(' '), MAX_LABEL)
    if (label !== '') return label
  }
  return null
}

function partOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const text = clean(String(value), MAX_LABEL)
  return isPlaceholder(text) ? '' : text
}
