import { describe, expect, it } from 'vitest'
import { FINDING_RULE_NAMES, type FindingRule } from '../finding-rules'
import { providerLabel } from '../provider-words'
import { FULFILS, HOUR, MINUTE, SELLS, START, storyOf, type Telling } from '../testing/tellings'
import { RULES } from './find'

const said = (state: string, at: number, more: Partial<Telling> = {}): Telling => ({
  set: { state, status: state },
  at: at * HOUR,
  ...more,
})
const awb = (number: string, at: number): Telling => ({ set: { awb: number }, at: at * HOUR, type: 'awb.generated' })
const sold = (set: object, at: number): Telling => ({
  provider: SELLS,
  set: { ...set },
  at: at * HOUR,
  type: 'order.updated',
})
const told = (set: object, at: number): Telling => ({ set: { ...set }, at: at * HOUR })

const begun = [said('to_process', 0), said('in_process', 1), said('packed', 2)]
const ready = [...begun, said('ready_for_pickup', 3), awb('TRK1', 4)]

interface Case {
  title: string
  found: Telling[]
  events: string[]
  words: RegExp
  close: string
  not: Telling[]
}

const cases: Partial<Record<FindingRule, Case[]>> = {
  missing_step: [
    {
      title: 'shipped without an AWB',
      found: [...begun, said('ready_for_pickup', 3), said('shipped', 4)],
      events: ['event-5'],
      words: /^Shipped although no AWB was known\. Ask the courier for it/,
      close: 'shipped with one',
      not: [...ready, said('shipped', 5)],
    },
    {
      title: 'packed without having been in process',
      found: [said('to_process', 0), said('packed', 1)],
      events: ['event-2'],
      words: /^“Packed” came without “In process”\. Either .+ left out that step, or its events never got here/,
      close: 'packed is the first that is heard of it',
      not: [said('packed', 1), said('ready_for_pickup', 2)],
    },
    {
      title: 'several steps between two events, as one finding',
      found: [said('to_process', 0), awb('TRK1', 1), said('shipped', 2)],
      events: ['event-3'],
      words: /came without “In process”, “Packed” and “Ready for pickup or Waiting for its AWB”/,
      close: 'a step that may be left out',
      not: ready,
    },
    {
      title: 'neither of two alternatives',
      found: [...begun, awb('TRK1', 3), said('shipped', 4)],
      events: ['event-5'],
      words: /without “Ready for pickup or Waiting for its AWB”/,
      close: 'the other one of the two',
      not: [...begun, said('awaiting_awb', 3), awb('TRK1', 4), said('shipped', 5)],
    },
  ],
  step_back: [
    {
      title: 'in process after packed',
      found: [...begun, said('in_process', 3)],
      events: ['event-3', 'event-4'],
      words: /^“In process” came 1 h after “Packed”, which is a later step/,
      close: 'in process that only arrives after packed',
      not: [said('to_process', 0), said('in_process', 1, { delay: 5 * HOUR }), said('packed', 2)],
    },
    {
      title: 'several lower steps in a row, as one finding',
      found: [...begun, said('to_process', 3), said('in_process', 4), said('packed', 5)],
      events: ['event-3', 'event-4', 'event-5'],
      words: /^“To process” and “In process” came/,
      close: 'alternatives of one place, in either order',
      not: [...begun, said('ready_for_pickup', 3), said('awaiting_awb', 4), said('ready_for_pickup', 5)],
    },
    {
      title: 'returned before it was shipped',
      found: [...begun, said('returned', 3)],
      events: ['event-3', 'event-4'],
      words: /^“Returned” came although it had only got as far as “Packed”/,
      close: 'returned after it was completed',
      not: [...ready, said('shipped', 5), said('completed', 30), said('returned', 40), said('refunded', 50)],
    },
    {
      title: 'partly cancelled after it was shipped',
      found: [...ready, said('shipped', 5), said('partly_cancelled', 6)],
      events: ['event-6', 'event-7'],
      words: /^“Partly cancelled” came after “Shipped”, where it is no longer possible/,
      close: 'partly cancelled while in process, which then goes on',
      not: [...begun.slice(0, 2), said('partly_cancelled', 1.5), said('packed', 2)],
    },
    {
      title: 'an AWB that is first told after the order was shipped',
      found: [...begun, said('ready_for_pickup', 3), said('shipped', 5), awb('TRK1', 7)],
      events: ['event-5', 'event-6'],
      words: /^“AWB” was first told 2 h after “Shipped”, which asks for it/,
      close: 'an AWB before it was ready for pickup',
      not: [...begun, awb('TRK1', 3), said('ready_for_pickup', 4), said('shipped', 5)],
    },
  ],
  conflict: [
    {
      title: 'two providers tell different totals',
      found: [sold({ total: 150_000 }, 0), told({ total: 140_000 }, 1)],
      events: ['event-1', 'event-2'],
      words: new RegExp(
        `^Total differs: ${providerLabel(FULFILS)} says 140000 and ${providerLabel(SELLS)} says 150000\\. Find out which is right`,
      ),
      close: 'one total written in two ways',
      not: [sold({ total: 150_000, currency: 'IDR' }, 0), told({ total: '150000.00', currency: 'idr' }, 1)],
    },
    {
      title: 'two providers tell different AWBs',
      found: [sold({ awb: 'TRK1' }, 0), told({ awb: 'TRK2' }, 1)],
      events: ['event-1', 'event-2'],
      words: /^AWB differs: .+ says TRK2 and .+ says TRK1/,
      close: 'they differed until one corrected itself',
      not: [sold({ awb: 'TRK1' }, 0), told({ awb: 'TRK2' }, 1), sold({ awb: 'TRK2' }, 2)],
    },
    {
      title: 'the AWB changed after the order was shipped',
      found: [...ready, said('shipped', 5), awb('TRK2', 8)],
      events: ['event-6', 'event-7'],
      words: /^The AWB changed from TRK1 to TRK2, 3 h after “Shipped”/,
      close: 'the AWB changed before, and the same one was told again after',
      not: [...ready, awb('TRK2', 4.5), said('shipped', 5), awb('TRK2', 8)],
    },
  ],
  out_of_order: [
    {
      title: 'an event arrived after a later one',
      found: [said('to_process', 0, { delay: 10 * MINUTE }), said('in_process', 0.1)],
      events: ['event-1'],
      words: /^“order.to_process” arrived after what had occurred later/,
      close: 'what it overtook occurred within the same second',
      not: [said('to_process', 0, { delay: 1500 }), said('in_process', 0.9 / 3600, { delay: 0 })],
    },
    {
      title: 'several events did, as one finding',
      found: [
        said('to_process', 0, { delay: 14 * MINUTE }),
        said('in_process', 0.01, { delay: 13 * MINUTE }),
        said('packed', 0.02),
      ],
      events: ['event-1', 'event-2'],
      words: /^2 events \(“order.to_process” and “order.in_process”\) arrived/,
      close: 'all were as slow as each other',
      not: begun.map((one) => ({ ...one, delay: 14 * MINUTE })),
    },
  ],
  late_arrival: [
    {
      title: 'an event arrived more than 15 minutes after it occurred',
      found: [said('to_process', 0, { delay: 16 * MINUTE })],
      events: ['event-1'],
      words: /^“order.to_process” arrived 16 min after the event itself; more than 15 min is late/,
      close: 'exactly 15 minutes after',
      not: [said('to_process', 0, { delay: 15 * MINUTE })],
    },
    {
      title: 'several events did, as one finding with the longest delay',
      found: begun.map((one, index) => ({ ...one, delay: (4 - index) * HOUR })),
      events: ['event-1', 'event-2', 'event-3'],
      words: /^3 events \(.+\) arrived up to 4 h after/,
      close: 'it only names the thing by the way',
      not: [{ at: 0, set: null, role: 'named', delay: 9 * HOUR }],
    },
  ],
  repeated_delivery: [
    {
      title: 'an event was received three times',
      found: [said('to_process', 0, { deliveryCount: 3 })],
      events: ['event-1'],
      words: /^“order.to_process” was received 3 times\. It counts once/,
      close: 'two events say the same',
      not: [said('to_process', 0), said('to_process', 1)],
    },
  ],
  stuck: [
    {
      title: 'packed, and no news for a day',
      found: [said('packed', -24)],
      events: ['event-1'],
      words: new RegExp(`^“Packed”, and no news from ${providerLabel(FULFILS)} for more than 1 day`),
      close: 'packed for nearly a day',
      not: [said('packed', -23.9)],
    },
    {
      title: 'the other provider goes on telling while this one is silent',
      found: [said('packed', -24), sold({ status: 'paid' }, -1)],
      events: ['event-1'],
      words: /^“Packed”, and no news/,
      close: 'its own AWB came in between',
      not: [said('packed', -24), awb('TRK1', -10)],
    },
    {
      title: 'shipped, and no news for a week',
      found: [said('shipped', -168)],
      events: ['event-1'],
      words: /for more than 7 days/,
      close: 'a draft, which may rest',
      not: [said('draft', -9000)],
    },
    {
      title: 'the provider that should fulfil it never heard of it',
      found: [sold({ status: 'open' }, -48), sold({ status: 'paid' }, -1)],
      events: ['event-1'],
      words: new RegExp(
        `^${providerLabel(FULFILS)} has not said a word of this order, more than 2 days after ${providerLabel(SELLS)} first told of it`,
      ),
      close: 'it said something that is in no lifecycle',
      not: [sold({ status: 'open' }, -48), said('on_the_moon', -47)],
    },
  ],
}

describe.each(Object.entries(cases))('%s', (rule, table) => {
  const findingsOf = (tellings: Telling[]) =>
    storyOf('order', tellings, { now: 0 }).findings.filter((one) => one.rule === rule)

  it.each(table)('is found: $title', ({ found, events, words }) => {
    const [first, ...others] = findingsOf(found)
    expect(others).toEqual([])
    expect(first?.explanation).toMatch(words)
    expect(first?.eventIds).toEqual(events)
  })

  it.each(table)('is not found: $close', ({ not }) => {
    expect(findingsOf(not)).toEqual([])
  })
})

it('every rule that mentions decide has a case that triggers it and one that does not', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(RULES).sort())
  expect(new Set([...Object.keys(RULES), 'rejected_delivery'])).toEqual(new Set(FINDING_RULE_NAMES))
})

it('findings say when: at the event concerned, at its arrival where that is what is wrong, at the deadline for what is stuck', () => {
  const { findings } = storyOf('order', [said('to_process', 0), said('packed', 1, { delay: HOUR })], { now: 48 * HOUR })
  const iso = (hours: number) => new Date(START + hours * HOUR).toISOString()
  expect(findings.map(({ rule, at }) => [rule, at])).toEqual([
    ['missing_step', iso(1)],
    ['stuck', iso(25)],
    ['late_arrival', iso(2)],
  ])
})

it('a thing that never stops going wrong shows the latest 20 findings of a rule, and 100 events of one', () => {
  const flipping = Array.from({ length: 300 }, (_, hour) =>
    said(hour % 2 ? 'packed' : 'shipped', hour, { deliveryCount: 2 }),
  )
  const { findings } = storyOf('order', flipping)
  const back = findings.filter(({ rule }) => rule === 'step_back')
  expect([back.length, back.at(-1)?.eventIds.at(-1)]).toEqual([20, 'event-300'])
  const [repeated] = findings.filter(({ rule }) => rule === 'repeated_delivery')
  expect([repeated?.eventIds.length, repeated?.explanation.slice(0, 10)]).toEqual([100, '300 events'])
})

describe('what a store sets', () => {
  const packed = [said('packed', -30)]
  const isStuck = (hours: number | null, state = 'order.packed', tellings = packed) =>
    storyOf('order', tellings, { now: 0, stuckAfterHours: { [state]: hours } }).findings.some(
      ({ rule }) => rule === 'stuck',
    )

  it('replaces the hours of a state', () => {
    expect(isStuck(24)).toBe(true)
    expect(isStuck(31)).toBe(false)
    expect(isStuck(31, 'order.shipped')).toBe(true)
  })

  it('lets a state rest, and asks for more where it would rest', () => {
    expect(isStuck(null)).toBe(false)
    expect(isStuck(29, 'order.returned', [said('returned', -30)])).toBe(true)
  })

  it('says how long an order may be unheard of', () => {
    const unheard = [sold({ status: 'open' }, -100)]
    expect(isStuck(101, 'order.unheard', unheard)).toBe(false)
    expect(isStuck(null, 'order.unheard', unheard)).toBe(false)
    expect(isStuck(99, 'order.unheard', unheard)).toBe(true)
  })

  it('leaves no deadline where nothing is to be called stuck', () => {
    expect(storyOf('order', packed, { disabledRules: ['stuck'], now: 0 })).toMatchObject({
      stuckAt: null,
      findings: [],
    })
  })

  it('says from when on an arrival is late', () => {
    const late = [said('to_process', 0, { delay: 20 * MINUTE })]
    expect(storyOf('order', late, { lateAfterMinutes: 30 }).findings).toEqual([])
    expect(storyOf('order', late, { lateAfterMinutes: 0.5 }).findings[0]?.explanation).toMatch(/more than 30 s is late/)
  })
})
