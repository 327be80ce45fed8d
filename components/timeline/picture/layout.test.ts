import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/i18n/translator'
import type { Ghost, TimelineItem } from '@/lib/timeline/schemas'
import { pointLabels, timeLabels } from './labels'
import { layOut } from './layout'

const SAYING = { t: translator('en', 'words'), titleOf: (_: string, type: string) => type }
const START = Date.parse('2026-11-01T00:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

function event(id: string, at: number, provider = 'shop'): TimelineItem {
  return {
    eventId: id,
    provider,
    type: 'order.updated',
    title: 'Order updated',
    occurredAt: new Date(START + at).toISOString(),
    isTimeKnown: true,
    receivedAt: new Date(START + at).toISOString(),
    deliveryCount: 1,
    of: { id: 'order', kind: 'order', label: '1001' },
    state: 'packed',
    changes: [],
    runs: [],
    isNew: false,
  }
}

function ghost(part: Partial<Ghost>): Ghost {
  return {
    kind: 'order',
    provider: 'shop',
    title: 'Shipped',
    steps: [{ state: 'shipped' }],
    afterEventId: null,
    why: 'missing',
    ...part,
  }
}

function xs(items: TimelineItem[], width: number, ghosts: Ghost[] = []): number[] {
  return layOut(items, ghosts, width).points.map(({ x }) => x)
}

describe('places', () => {
  test('a longer time takes more room than a shorter one', () => {
    const [a = 0, b = 0, c = 0] = xs([event('a', 0), event('b', HOUR), event('c', 9 * HOUR)], 800)
    expect(c - b).toBeGreaterThan(b - a)
  })

  test('events of one moment stand apart, as far as a finger can tell', () => {
    const [a = 0, b = 0] = xs([event('a', 0), event('b', 0)], 800)
    expect(b - a).toBeGreaterThanOrEqual(24)
  })

  test('weeks between two events and minutes between the others fit a screen, with the axis broken', () => {
    const items = [event('a', 0), event('b', 5 * 60_000), event('c', 9 * 60_000), event('d', 21 * DAY)]
    const { width, breaks } = layOut(items, [], 800)
    expect(width).toBe(800)
    expect(breaks.map(({ ms }) => Math.floor(ms / DAY))).toEqual([20])
  })

  test('events at a steady pace break nowhere, however long the pace is', () => {
    const items = [0, 1, 2, 3].map((week) => event(`w${week}`, week * 7 * DAY))
    expect(layOut(items, [], 800).breaks).toEqual([])
  })

  test('two hundred events grow beyond the screen and stay apart', () => {
    const items = Array.from({ length: 200 }, (_, index) => event(`e${index}`, index * 60_000))
    const { width, points } = layOut(items, [], 360)
    expect(width).toBeGreaterThan(200 * 24)
    const gaps = points.slice(1).map(({ x }, index) => x - (points[index]?.x ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(24)
  })

  test('no events are an empty picture', () => {
    expect(layOut([], [], 300)).toMatchObject({ points: [], lanes: [], links: [], breaks: [], nowX: null, width: 300 })
  })
})

describe('lanes and links', () => {
  test('there is a lane for each provider in the order of their first events, and links where one follows another', () => {
    const items = [event('a', 0, 'shop'), event('b', HOUR, 'depot'), event('c', 2 * HOUR, 'depot')]
    const { lanes, links } = layOut(items, [], 800)
    expect(lanes).toEqual(['shop', 'depot'])
    expect(links.map(({ from, to }) => [from.key, to.key])).toEqual([['a', 'b']])
  })
})

describe('ghosts', () => {
  test('a missing step stands after the event that it should have followed', () => {
    const items = [event('a', 0), event('b', HOUR)]
    const { points } = layOut(items, [ghost({ afterEventId: 'a' })], 800)
    expect(points.map(({ item }) => item?.eventId ?? 'ghost')).toEqual(['a', 'ghost', 'b'])
  })

  test('what is still to come stands at the end, after the present', () => {
    const { points, nowX } = layOut([event('a', 0), event('b', HOUR)], [ghost({ why: 'next', afterEventId: 'a' })], 800)
    expect(points.at(-1)?.ghost?.why).toBe('next')
    expect(nowX).toBeGreaterThan(points[1]?.x ?? 0)
    expect(nowX).toBeLessThan(points[2]?.x ?? 0)
  })

  test('a missing step after an event that is not in the picture is not lost', () => {
    const { points } = layOut([event('a', 0)], [ghost({ afterEventId: 'gone' })], 800)
    expect(points.map(({ ghost }) => ghost?.title)).toEqual([undefined, 'Shipped'])
  })
})

describe('words', () => {
  test('only as many labels are written as have room, the latest event always', () => {
    const wide = layOut([event('a', 0), event('b', 9 * HOUR)], [], 800)
    const narrow = layOut([event('a', 0), event('b', 0)], [], 800)
    expect(pointLabels(wide.points, SAYING).map(({ text }) => text)).toEqual(['Packed', 'Packed'])
    expect(pointLabels(narrow.points, SAYING).map(({ key }) => key)).toEqual(['b'])
  })

  test('a lane that only awaits something says what', () => {
    const { points } = layOut([event('a', 0)], [ghost({ provider: 'depot', why: 'next' })], 800)
    expect(
      pointLabels(
        points.filter(({ lane }) => lane === 1),
        SAYING,
      ).map(({ text }) => text),
    ).toEqual(['Shipped'])
  })

  test('the day is written where it changes, in the chosen zone', () => {
    const items = [event('a', 15 * HOUR), event('b', 16 * HOUR), event('c', 18 * HOUR)]
    const { points } = layOut(items, [], 900)
    const now = new Date(START)
    expect(timeLabels(points, { zone: 'utc', locale: 'en' }, now).map(({ text }) => text)).toEqual([
      '1 Nov, 15:00',
      '16:00',
      '18:00',
    ])
    expect(timeLabels(points, { zone: 'wib', locale: 'en' }, now).map(({ text }) => text)).toEqual([
      '1 Nov, 22:00',
      '23:00',
      '2 Nov, 01:00',
    ])
  })
})
