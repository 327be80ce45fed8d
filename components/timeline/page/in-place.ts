import type { Ghost, TimelineItem } from '@/lib/timeline/schemas'

/** A line of the list: an event, or an expected step in its place. */
export type Line =
  | { line: 'event'; item: TimelineItem; previous: TimelineItem | undefined; isLater: boolean }
  | { line: 'ghost'; ghost: Ghost; isLater: boolean }

export interface Day {
  /** A moment in it. */
  at: string
  lines: Line[]
}

interface PlaceInput {
  /** In the order in which they occurred. */
  items: readonly TimelineItem[]
  ghosts: readonly Ghost[]
  asOf: string | null
  order: 'asc' | 'desc'
  dayOf: (item: TimelineItem) => string
}

/** Events and expected steps day by day, in the order asked for. What follows `asOf` is marked as later. */
export function inPlace({ items, ghosts, asOf, order, dayOf }: PlaceInput): Day[] {
  const asOfIndex = asOf === null ? -1 : items.findIndex(({ eventId }) => eventId === asOf)
  const isLater = (index: number) => asOfIndex >= 0 && index > asOfIndex
  const known = new Set(items.map(({ eventId }) => eventId))
  const ghostsAfter = (eventId: string | null) => ghosts.filter(({ afterEventId }) => placeOf(afterEventId) === eventId)
  // A step may follow an event that is on no page so far.
  const placeOf = (eventId: string | null) => (eventId !== null && known.has(eventId) ? eventId : null)

  const days: (Day & { name: string })[] = []
  for (const [index, item] of items.entries()) {
    const name = dayOf(item)
    let day = days.at(-1)
    if (day?.name !== name) {
      day = { name, at: item.occurredAt, lines: index === 0 ? ghostLines(ghostsAfter(null), false) : [] }
      days.push(day)
    }
    day.lines.push({ line: 'event', item, previous: items[index - 1], isLater: isLater(index) })
    const isLast = asOfIndex >= 0 && index >= asOfIndex
    day.lines.push(...ghostLines(ghostsAfter(item.eventId), isLast))
  }
  if (order === 'asc') return days
  return days.map(({ at, lines }) => ({ at, lines: lines.reverse() })).reverse()
}

function ghostLines(ghosts: readonly Ghost[], isLater: boolean): Line[] {
  return ghosts.map((ghost) => ({ line: 'ghost', ghost, isLater }))
}
