import type { Derived, NewMention, NewTie } from './derive'
import type { StoredMention } from './stored-mentions'

/** How mentions that stand now differ from what they are to be. */
export interface Differences {
  added: NewMention[]
  removed: StoredMention[]
  /** Of the same thing at the same time, but otherwise not the same. */
  altered: { before: StoredMention; after: NewMention }[]
  /** Of the events that differ. */
  ties: NewTie[]
  /** Ties that the events that differ stood for. */
  formerTies: FormerTie[]
  eventIds: Set<string>
}

/** A tie by the ids of namings. */
export interface FormerTie {
  eventId: string
  fromId: string
  relation: string
  toId: string
}

/** What has to be written so that the tables say of these events what they are to say. Pure. */
export function compare(derived: readonly Derived[], stored: readonly StoredMention[]): Differences {
  const before = new Map<string, StoredMention[]>()
  for (const mention of stored) {
    const known = before.get(mention.eventId)
    if (known) known.push(mention)
    else before.set(mention.eventId, [mention])
  }
  const found: Differences = { added: [], removed: [], altered: [], ties: [], formerTies: [], eventIds: new Set() }
  for (const event of derived) compareEvent(event, before.get(event.eventId) ?? [], found)
  return found
}

function compareEvent(
  { eventId, mentions, ties }: Derived,
  stored: readonly StoredMention[],
  found: Differences,
): void {
  const left = new Map(stored.map((mention) => [mention.key, mention]))
  const sum = () => found.added.length + found.altered.length + found.removed.length
  const sumBefore = sum()
  for (const mention of mentions) {
    const known = left.get(mention.key)
    if (!known || known.at !== mention.at) {
      found.added.push(mention)
      continue
    }
    left.delete(mention.key)
    if (!isEqual(known, mention)) found.altered.push({ before: known, after: mention })
  }
  // An event may have more mentions than a call may have arguments.
  for (const mention of left.values()) found.removed.push(mention)
  if (sum() === sumBefore) return
  found.eventIds.add(eventId)
  for (const tie of ties) found.ties.push(tie)
  for (const tie of formerTies(stored)) found.formerTies.push(tie)
}

function isEqual(a: StoredMention, b: NewMention): boolean {
  return (
    a.rank === b.rank &&
    a.tie === b.tie &&
    a.role === b.role &&
    a.set === (b.set && JSON.stringify(b.set)) &&
    a.receivedAt === b.receivedAt &&
    a.provider === b.provider &&
    a.type === b.type
  )
}

/** An event's roles tell its ties: from its subject to what has the word of a relation. */
function formerTies(stored: readonly StoredMention[]): FormerTie[] {
  const subjects = stored.filter(({ role }) => role === 'subject')
  const others = stored.filter(({ role }) => role !== 'subject' && role !== 'named')
  return subjects.flatMap(({ eventId, namingId: fromId }) =>
    others.map(({ namingId: toId, role: relation }) => ({ eventId, fromId, relation, toId })),
  )
}
