import type { PlacedMention } from './mention'
import { foldMentions } from './state'

/** What one event says of a thing, with how often the event was received. */
export type Told = PlacedMention & { deliveryCount: number }

/**
 * One entry for each event, in the order of the mentions: an event that names a thing twice (as two things that turned out to be
 * one) stands where its later mention stands and says what both say.
 */
export function oneOfEach(mentions: readonly Told[]): Told[] {
  const events = new Map<string, Told[]>()
  for (const mention of mentions) {
    const known = events.get(mention.eventId) ?? []
    events.delete(mention.eventId)
    events.set(mention.eventId, [...known, mention])
  }
  return [...events.values()].flatMap((same) => {
    const [last] = same.slice(-1)
    if (!last || same.length === 1) return same
    const fields = Object.entries(foldMentions(same)[last.provider] ?? {})
    const role = same.find((mention) => mention.role === 'subject')?.role ?? last.role
    const set = Object.fromEntries(fields.map(([field, { value }]) => [field, value]))
    return [{ ...last, role, set: fields.length > 0 ? set : null }]
  })
}

/** What a mention says of a field; undefined where it does not speak of it. */
export function fieldIn({ set }: PlacedMention, field: string): unknown {
  return set && Object.hasOwn(set, field) ? (set as Readonly<Record<string, unknown>>)[field] : undefined
}
