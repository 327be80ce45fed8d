import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KIND_NAMES } from './kinds'
import { comparePlaces } from './mention'
import { isOfState } from './rank'
import { DEFAULT_SETTINGS } from './settings'
import { type StoryInput, summarise, tellStory } from './story'
import {
  FULFILS,
  HOUR,
  heardOf,
  lifecyclesOf,
  MINUTE,
  mentionsFrom,
  SELLS,
  storyOf,
  type Telling,
} from './testing/tellings'

const said = (state: string, at: number): Telling => ({ set: { state, status: state }, at: at * HOUR })
const awb = (number: string, at: number): Telling => ({
  set: { awb: number },
  at: at * HOUR,
  type: 'awb.generated',
  role: 'delivers',
})

const straight: Telling[] = [
  { provider: SELLS, set: { status: 'open', total: 150_000, currency: 'IDR' }, at: 0, type: 'order.created' },
  said('draft', 0.1),
  said('to_process', 1),
  said('in_process', 2),
  said('packed', 3),
  said('awaiting_awb', 4),
  awb('TRK1', 5),
  said('ready_for_pickup', 6),
  said('shipped', 7),
  said('completed', 50),
]

const rules = (tellings: Telling[]) => storyOf('order', tellings).findings.map(({ rule }) => rule)

describe('a straight order', () => {
  it.each(straight.map((_, index) => index + 1))('shows nothing wrong after %i events', (count) => {
    expect(storyOf('order', straight.slice(0, count)).findings).toEqual([])
  })

  it('is completed, expects nothing more and never gets stuck', () => {
    const story = storyOf('order', straight, { now: 365 * 24 * HOUR })
    expect(story.word).toBe('completed')
    expect(story.ghosts).toEqual([])
    expect(story.stuckAt).toBeNull()
    expect(story.findings).toEqual([])
  })

  it('says of each event what it changed of what its provider had said', () => {
    const { lines } = storyOf('order', straight)
    expect(lines.map(({ state }) => state)).toEqual(straight.map(({ set }) => set?.state ?? null))
    expect(lines[0]?.changes).toEqual([
      { path: 'status', change: 'added', after: 'open' },
      { path: 'total', change: 'added', after: 150_000 },
      { path: 'currency', change: 'added', after: 'IDR' },
    ])
    expect(lines[1]?.changes).toEqual([
      { path: 'state', change: 'added', after: 'draft' },
      { path: 'status', change: 'added', after: 'draft' },
    ])
    expect(lines[2]?.changes).toEqual([
      { path: 'state', change: 'changed', before: 'draft', after: 'to_process' },
      { path: 'status', change: 'changed', before: 'draft', after: 'to_process' },
    ])
    expect(lines[6]?.changes).toEqual([{ path: 'awb', change: 'added', after: 'TRK1' }])
  })

  it('takes an event that only names the thing for a line without changes', () => {
    const { lines } = storyOf('order', [...straight.slice(0, 2), { at: 2 * HOUR, role: 'named' }])
    expect(lines.at(-1)).toMatchObject({ state: null, changes: [] })
  })
})

const states = (...names: string[]) => names.map((state) => ({ state }))

describe('what is still to come', () => {
  it('stands after the last event, alternatives as one', () => {
    expect(storyOf('order', straight.slice(0, 5)).ghosts).toEqual(
      [
        { title: 'Ready for pickup or Waiting for its AWB', steps: states('ready_for_pickup', 'awaiting_awb') },
        { title: 'AWB', steps: [{ field: 'awb' }] },
        { title: 'Shipped', steps: states('shipped') },
        { title: 'Completed', steps: states('completed') },
      ].map((step) => ({
        kind: 'order',
        provider: FULFILS,
        ...step,
        afterEventId: 'event-5',
        why: 'next',
      })),
    )
  })

  it('is nothing after a way out', () => {
    const cancelled = [...straight.slice(0, 4), said('partly_cancelled', 3)]
    expect(storyOf('order', cancelled)).toMatchObject({ ghosts: [], stuckAt: null, findings: [] })
  })

  it('stands there for an order of which the provider that should fulfil it has not heard', () => {
    const { ghosts } = storyOf('order', straight.slice(0, 1))
    expect(ghosts[0]).toMatchObject({ provider: FULFILS, title: 'To process', afterEventId: 'event-1', why: 'next' })
    expect(storyOf('product', [{ provider: SELLS, set: { name: 'Book' }, at: 0 }]).ghosts).toEqual([])
  })

  it('is shown in its place where a later step came without it', () => {
    const { ghosts } = storyOf('order', [
      said('to_process', 0),
      said('packed', 1),
      said('ready_for_pickup', 2),
      said('shipped', 3),
    ])
    expect(ghosts).toMatchObject([
      { provider: FULFILS, title: 'In process', afterEventId: 'event-1', why: 'missing' },
      { provider: FULFILS, title: 'AWB', afterEventId: 'event-3', why: 'missing' },
      { provider: FULFILS, title: 'Completed', afterEventId: 'event-4', why: 'next' },
    ])
  })
})

describe('a late event', () => {
  it('takes its place: state, changes and ghosts are as if it had come in time', () => {
    const late = straight.map((telling, index) => (index === 4 ? { ...telling, delay: 20 * HOUR } : telling))
    const { findings, ...story } = storyOf('order', late)
    const { findings: _, ...inTime } = storyOf('order', straight)
    expect(story).toEqual(inTime)
    expect(findings.map(({ rule }) => rule)).toEqual(['out_of_order', 'late_arrival'])
  })

  it('does so in any order of arrival', () => {
    const known = storyOf('order', straight)
    const delays = fc.array(fc.integer({ min: 0, max: 100 * HOUR }), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(delays, (delays) => {
        const { findings, ...story } = storyOf(
          'order',
          straight.map((one, index) => ({ ...one, delay: delays[index] })),
        )
        expect({ ...story, findings: [] }).toEqual(known)
        for (const { severity } of findings) expect(severity).toBe('notice')
      }),
    )
  })
})

describe('an event that names one thing twice', () => {
  it('is one line that says what both mentions say', () => {
    const twice = [
      { set: { name: 'Book' }, at: 0, eventId: 'one' },
      { set: { price: 5 }, at: 0, eventId: 'one', role: 'has_variant' },
    ]
    const { lines } = storyOf('product', twice)
    expect(lines).toHaveLength(1)
    expect(lines[0]?.changes.map(({ path }) => path).sort()).toEqual(['name', 'price'])
  })
})

describe('unknown words', () => {
  it('break nothing and mean nothing', () => {
    const strange = [
      said('to_process', 0),
      said('on_the_moon', 1),
      { set: null, at: 2 * HOUR, type: 'order.teleported' },
    ]
    const story = storyOf('order', strange)
    expect(story.word).toBe('on_the_moon')
    expect(story.findings).toEqual([])
    expect(story.ghosts.map(({ title }) => title)).toContain('In process')
  })

  it('of a provider that is no longer known break nothing', () => {
    const story = storyOf('order', [
      { ...said('packed', 0), provider: 'gone' },
      { ...said('shipped', 1), provider: 'gone' },
    ])
    expect(story).toMatchObject({ word: 'shipped' })
  })

  it('in any mix never throw, and tell the same each time', () => {
    const states = ['draft', 'packed', 'shipped', 'completed', 'returned', 'nonsense', 'partly_cancelled', 'created']
    const telling = fc.record({
      set: fc.option(
        fc.record(
          { state: fc.constantFrom(...states), awb: fc.constantFrom('A', 'B'), total: fc.constantFrom(1, '1.0', 2) },
          { requiredKeys: [] },
        ),
      ),
      at: fc.integer({ min: 0, max: 5 }).map((hour) => hour * HOUR),
      delay: fc.integer({ min: -MINUTE, max: HOUR }),
      provider: fc.constantFrom(FULFILS, SELLS, 'gone'),
      deliveryCount: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(fc.constantFrom(...KIND_NAMES), fc.array(telling, { maxLength: 8 }), (kind, tellings) => {
        const mentions = mentionsFrom(kind, tellings)
        const input: StoryInput = { kind, mentions, lifecycles: heardOf(kind), settings: DEFAULT_SETTINGS, now: 0 }
        const story = tellStory(input)
        expect(tellStory({ ...input, mentions: mentions.toReversed().sort(comparePlaces) })).toEqual(story)
        expect(story.lines).toHaveLength(mentions.length)
        const known = new Set(mentions.map(({ eventId }) => eventId))
        for (const { eventIds } of story.findings) for (const id of eventIds) expect(known.has(id)).toBe(true)
      }),
    )
  })
})

describe.each([
  ...KIND_NAMES.flatMap((kind) => [...lifecyclesOf(kind)].map(([id, lifecycle]) => ({ id, kind, lifecycle }))),
])('the $kind of $id', ({ id, kind, lifecycle }) => {
  const main = lifecycle.steps.filter(({ need }) => need === 'required')
  const walk = main.map(({ reachedBy }, hour) => ({
    provider: id,
    at: hour * HOUR,
    set: 'state' in reachedBy ? { state: reachedBy.state } : { [reachedBy.field]: 'told' },
  }))

  it('shows nothing wrong where all goes its way, whenever we begin to listen', () => {
    for (let heard = 0; heard < walk.length; heard++) {
      expect(storyOf(kind, walk.slice(heard)).findings).toEqual([])
    }
  })

  it('shows nothing wrong where only one type of event is ever sent', () => {
    for (const { reachedBy } of lifecycle.steps.filter(isOfState)) {
      const set = 'state' in reachedBy ? { state: reachedBy.state } : {}
      expect(storyOf(kind, [{ provider: id, at: 0, set }]).findings).toEqual([])
    }
  })
})

describe('the summary that a list keeps', () => {
  it('says what the story says, without the clock', () => {
    const tellings = [said('to_process', 0), { ...said('shipped', 1), deliveryCount: 2 }]
    const mentions = mentionsFrom('order', tellings)
    const input = { kind: 'order' as const, mentions, lifecycles: heardOf('order'), settings: DEFAULT_SETTINGS }
    const long = tellStory({ ...input, now: Number.MAX_SAFE_INTEGER })
    expect(long.findings.map(({ rule }) => rule)).toContain('stuck')
    expect(summarise(input)).toEqual({
      state: long.state,
      word: 'shipped',
      stuckAt: long.stuckAt,
      findings: ['missing_step', 'repeated_delivery'],
    })
  })
})

it('rules that a store switched off are not looked for', () => {
  const tellings = [said('to_process', 0), { ...said('shipped', 1), deliveryCount: 2 }]
  expect(rules(tellings)).toEqual(['missing_step', 'missing_step', 'repeated_delivery'])
  const { findings } = storyOf('order', tellings, { disabledRules: ['missing_step', 'late_arrival'] })
  expect(findings.map(({ rule }) => rule)).toEqual(['repeated_delivery'])
})
