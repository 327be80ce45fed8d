import type { Ghost, TimelineItem } from '@/lib/timeline/schemas'

/** What stands at one place of the picture: an event, or an expected step that has not come. */
export type Slot = { item: TimelineItem; ghost?: undefined } | { item?: undefined; ghost: Ghost }

export type Point = Slot & {
  key: string
  /** In pixels from the left. */
  x: number
  /** From 0, the topmost. */
  lane: number
}

export interface Layout {
  width: number
  /** Providers, from the top. */
  lanes: string[]
  points: Point[]
  /** Where one provider's event comes right after another's. */
  links: { from: Point; to: Point }[]
  /** Where the axis leaves out a long time. */
  breaks: { x: number; ms: number }[]
  /** Between what has come and what is still to come; null where nothing is awaited. */
  nowX: number | null
}

export const EDGE = 44
const LEAST_GAP = 28
const BREAK_GAP = 84
const GHOST_GAP = 80
const MOST_GAP = 300
const UNIT = { least: 1.5, most: 18 }
const MINUTE_MS = 60_000
const BREAK_MS = 12 * 3_600_000
const BREAK_TIMES_MEDIAN = 4

interface Gap {
  least: number
  /** How much of the room that is left it takes: the logarithm of its minutes. */
  weight: number
  breakMs: number | null
}

/**
 * Places events by their time, within `width` pixels where they fit. Gaps grow with the logarithm of the time, so that
 * seconds and weeks stand in one picture, and never fall below what a finger can hit; far longer ones than usual are breaks.
 */
export function layOut(items: readonly TimelineItem[], ghosts: readonly Ghost[], width: number): Layout {
  const slots = slotsOf(items, ghosts)
  const lanes = [...new Set(slots.map(providerOf))]
  const gaps = gapsOf(slots)
  const room = width - 2 * EDGE - sum(gaps.map(({ least }) => least))
  const weights = sum(gaps.map(({ weight }) => weight))
  const unit = weights === 0 ? 0 : Math.min(UNIT.most, Math.max(UNIT.least, room / weights))
  const breaks: Layout['breaks'] = []
  let x = EDGE
  const points = slots.map((slot, index): Point => {
    const gap = gaps[index - 1]
    if (gap) {
      const size = Math.min(Math.max(MOST_GAP, gap.least), gap.least + unit * gap.weight)
      if (gap.breakMs !== null) breaks.push({ x: Math.round(x + size / 2), ms: gap.breakMs })
      x += size
    }
    return { ...slot, key: keyOf(slot), x: Math.round(x), lane: lanes.indexOf(providerOf(slot)) }
  })
  return {
    width: Math.max(width, Math.ceil(x + EDGE)),
    lanes,
    points,
    links: linksOf(points),
    breaks,
    nowX: nowXOf(points),
  }
}

function slotsOf(items: readonly TimelineItem[], ghosts: readonly Ghost[]): Slot[] {
  const known = new Set(items.map(({ eventId }) => eventId))
  const after = (eventId: string | null) =>
    ghosts.filter((ghost) => ghost.why === 'missing' && ghost.afterEventId === eventId).map((ghost) => ({ ghost }))
  // What is still to come stands at the end, as does what stands after an event that is not in the picture.
  const last = ghosts.filter(({ why, afterEventId }) => why === 'next' || (afterEventId && !known.has(afterEventId)))
  return [
    ...after(null),
    ...items.flatMap((item): Slot[] => [{ item }, ...after(item.eventId)]),
    ...last.map((ghost) => ({ ghost })),
  ]
}

function providerOf(slot: Slot): string {
  return slot.item ? slot.item.provider : slot.ghost.provider
}

function keyOf(slot: Slot): string {
  if (slot.item) return slot.item.eventId
  const { provider, afterEventId, title, why } = slot.ghost
  return `${why} ${provider} ${afterEventId ?? ''} ${title}`
}

function gapsOf(slots: readonly Slot[]): Gap[] {
  const lengths = slots.slice(1).map((slot, index) => {
    const before = slots[index]?.item
    if (!before || !slot.item) return null
    return Math.max(0, Date.parse(slot.item.occurredAt) - Date.parse(before.occurredAt))
  })
  const known = lengths.filter((ms) => ms !== null && ms > 0).sort((a, b) => Number(a) - Number(b))
  const median = known[Math.floor((known.length - 1) / 2)] ?? 0
  return lengths.map((ms) => {
    if (ms === null) return { least: GHOST_GAP, weight: 0, breakMs: null }
    const isBreak = ms >= BREAK_MS && ms > median * BREAK_TIMES_MEDIAN
    return {
      least: isBreak ? BREAK_GAP : LEAST_GAP,
      weight: Math.log2(1 + ms / MINUTE_MS),
      breakMs: isBreak ? ms : null,
    }
  })
}

function linksOf(points: readonly Point[]): Layout['links'] {
  const events = points.filter(({ item }) => item)
  return events.slice(1).flatMap((to, index) => {
    const from = events[index]
    return from && from.lane !== to.lane ? [{ from, to }] : []
  })
}

function nowXOf(points: readonly Point[]): number | null {
  const first = points.findIndex(({ ghost }) => ghost?.why === 'next')
  const next = points[first]
  const before = points[first - 1]
  return next && before ? Math.round((before.x + next.x) / 2) : null
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
