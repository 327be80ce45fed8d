import { readName } from '../names'
import type { Derived, NewMention } from './derive'
import type { StoredMention } from './stored-mentions'

/**
 * What an event says today in the place of each mention that was removed: what shares a name with it, or has one that is the same
 * but for case and punctuation; else the one that is new of its kind and role, or of its kind, where only one was removed. Pure.
 */
export function successorsOf(
  removed: readonly StoredMention[],
  added: readonly NewMention[],
  derived: readonly Derived[],
): Map<StoredMention, NewMention> {
  if (removed.length === 0) return new Map()
  const affected = new Set(removed.map(({ eventId }) => eventId))
  const byName = new Map<string, NewMention>()
  for (const { eventId, mentions } of derived) {
    if (!affected.has(eventId)) continue
    for (const mention of mentions) {
      for (const key of keysOf(eventId, mention.thing.names)) if (!byName.has(key)) byName.set(key, mention)
    }
  }
  const successors = new Map<StoredMention, NewMention>()
  for (const mention of removed) {
    const key = keysOf(mention.eventId, mention.names).find((one) => byName.has(one))
    const successor = key === undefined ? undefined : byName.get(key)
    if (successor) successors.set(mention, successor)
  }
  pairOnly(removed, added, successors, ({ eventId, role }, kind) => `${eventId} ${kind} ${role}`)
  pairOnly(removed, added, successors, ({ eventId }, kind) => `${eventId} ${kind}`)
  return successors
}

/** What stands alone on either side is taken for one. */
function pairOnly(
  removed: readonly StoredMention[],
  added: readonly NewMention[],
  successors: Map<StoredMention, NewMention>,
  keyOf: (mention: { eventId: string; role: string }, kind: string) => string,
): void {
  const taken = new Set(successors.values())
  const before = onlyOnes(
    removed.filter((mention) => !successors.has(mention)),
    (mention) => keyOf(mention, mention.kind),
  )
  const after = onlyOnes(
    added.filter((mention) => !taken.has(mention)),
    (mention) => keyOf(mention, mention.thing.kind),
  )
  for (const [key, mention] of before) {
    const successor = after.get(key)
    if (mention && successor) successors.set(mention, successor)
  }
}

/** By key; null where several have it. */
function onlyOnes<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T | null> {
  const found = new Map<string, T | null>()
  for (const item of items) found.set(keyOf(item), found.has(keyOf(item)) ? null : item)
  return found
}

/** Under which keys a thing with these names is found in an event: as they are, before what is like them. Schemes tell the kind. */
function keysOf(eventId: string, names: readonly string[]): string[] {
  const alike = names.flatMap((name) => {
    const { scheme, value } = readName(name)
    const plain = value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    return plain === '' ? [] : [`${eventId} ~ ${scheme} ${plain}`]
  })
  return [...names.map((name) => `${eventId} = ${name}`), ...alike]
}
