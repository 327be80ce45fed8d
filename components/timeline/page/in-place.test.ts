import { describe, expect, it } from 'vitest'
import type { Ghost, TimelineItem } from '@/lib/timeline/schemas'
import { inPlace } from './in-place'

const item = (eventId: string, occurredAt: string) => ({ eventId, occurredAt }) as TimelineItem
const ghost = (title: string, afterEventId: string | null): Ghost => ({
  kind: 'order',
  provider: 'p',
  title,
  steps: [],
  afterEventId,
  why: 'missing',
})
const ITEMS = [item('a', '2026-01-01T08:00:00Z'), item('b', '2026-01-01T09:00:00Z'), item('c', '2026-01-02T08:00:00Z')]
const place = (more: Partial<Parameters<typeof inPlace>[0]> = {}) =>
  inPlace({
    items: ITEMS,
    ghosts: [],
    asOf: null,
    order: 'asc',
    dayOf: ({ occurredAt }) => occurredAt.slice(0, 10),
    ...more,
  })
const words = (days: ReturnType<typeof inPlace>) =>
  days.map(({ lines }) =>
    lines.map(
      (line) => (line.line === 'event' ? line.item.eventId : line.ghost.title) + (line.isLater ? ' later' : ''),
    ),
  )

describe('the lines of a timeline', () => {
  it('stand day by day, in either order', () => {
    expect(words(place())).toEqual([['a', 'b'], ['c']])
    expect(words(place({ order: 'desc' }))).toEqual([['c'], ['b', 'a']])
  })

  it('have expected steps after the event that they follow, at the beginning where they follow none', () => {
    const ghosts = [ghost('first', null), ghost('step', 'b'), ghost('elsewhere', 'x')]
    expect(words(place({ ghosts }))).toEqual([['first', 'elsewhere', 'a', 'b', 'step'], ['c']])
    expect(words(place({ ghosts, order: 'desc' }))).toEqual([['c'], ['step', 'b', 'a', 'elsewhere', 'first']])
  })

  it('are later where they follow the moment shown, steps that had not come by then too', () => {
    const ghosts = [ghost('step', 'a'), ghost('next', 'c')]
    expect(words(place({ ghosts, asOf: 'b' }))).toEqual([
      ['a', 'step', 'b'],
      ['c later', 'next later'],
    ])
  })

  it('tell the event before each one by occurrence, whatever the order', () => {
    const before = (order: 'asc' | 'desc') =>
      Object.fromEntries(
        place({ order }).flatMap(({ lines }) =>
          lines.flatMap((line) => (line.line === 'event' ? [[line.item.eventId, line.previous?.eventId]] : [])),
        ),
      )
    expect(before('desc')).toEqual({ a: undefined, b: 'a', c: 'b' })
    expect(before('asc')).toEqual(before('desc'))
  })
})
