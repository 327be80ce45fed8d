import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlacedMention } from './mention'
import { EMPTY, fieldsOf, foldMentions, mergeStates, stateOf, statusesOf, wordOf } from './state'
import { FULFILS, mentionsFrom, SELLS, START } from './testing/tellings'

const value = fc.oneof(fc.constantFrom('a', 'b', 1, 2), fc.record({ x: fc.nat(2), y: fc.nat(2) }))
const mention: fc.Arbitrary<PlacedMention> = fc.record({
  eventId: fc.constantFrom('e1', 'e2', 'e3'),
  provider: fc.constantFrom('p', 'q'),
  type: fc.constant('any'),
  role: fc.constant('subject'),
  at: fc.nat(2),
  rank: fc.nat(1),
  tie: fc.constantFrom('-9223372036854775808', '-1', '2', '10'),
  receivedAt: fc.constant(0),
  set: fc.option(fc.record({ status: value, awb: value, total: value }, { requiredKeys: [] })) as fc.Arbitrary<
    PlacedMention['set']
  >,
})
const state = fc.array(mention, { maxLength: 4 }).map((mentions) => foldMentions(mentions))

describe('merging states', () => {
  it('makes no difference of order, grouping and repetition', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(mergeStates(a, b)).toEqual(mergeStates(b, a))
        expect(mergeStates(mergeStates(a, b), c)).toEqual(mergeStates(a, mergeStates(b, c)))
        expect(mergeStates(a, a)).toEqual(a)
        expect(mergeStates(a, EMPTY)).toEqual(a)
      }),
    )
  })

  it('is what folding mentions does, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(mention, { maxLength: 8 }), (mentions) => {
        const merged = mentions.map(stateOf).reduce(mergeStates, EMPTY)
        expect(foldMentions(mentions)).toEqual(merged)
        expect(foldMentions(mentions.toReversed())).toEqual(merged)
      }),
    )
  })

  it('changes neither of the two', () => {
    const [first, second] = mentionsFrom('order', [
      { at: 0, set: { status: 'a', total: 1 } },
      { at: 1, set: { status: 'b' } },
    ]).map(stateOf)
    const before = structuredClone([first, second])
    mergeStates(first ?? EMPTY, second ?? EMPTY)
    expect([first, second]).toEqual(before)
  })
})

describe('a state', () => {
  const said = foldMentions(
    mentionsFrom('order', [
      { at: 3000, set: { state: 'packed', status: 'packed' } },
      { at: 1000, set: { state: 'to_process', status: 'to_process', awb: 'TRK1' } },
      { at: 2000, provider: SELLS, set: { status: 'open', total: 100, awb: 'TRK2' } },
      { at: 4000, set: null },
      { at: 5000, provider: SELLS, set: {} },
    ]),
  )

  it('holds of each field what was said last by occurrence, whenever it arrived', () => {
    expect(said[FULFILS]?.status?.value).toBe('packed')
    expect(said[FULFILS]?.awb?.value).toBe('TRK1')
    expect(said[FULFILS]?.status).toMatchObject({ at: START + 3000, eventId: 'event-1' })
  })

  it('keeps what a later event does not speak of', () => {
    expect(Object.keys(said[FULFILS] ?? {}).sort()).toEqual(['awb', 'state', 'status'])
  })

  it('is in the word said last by any provider, and in none where nobody said one', () => {
    expect(wordOf(said)).toBe('packed')
    expect(wordOf(foldMentions(mentionsFrom('order', [{ at: 0, set: { status: 'open' } }])))).toBeNull()
  })

  it('has the status of each provider, the latest first', () => {
    expect(statusesOf(said)).toEqual([
      { provider: FULFILS, status: 'packed' },
      { provider: SELLS, status: 'open' },
    ])
  })

  it('shows of each field the latest, with what other providers say where it differs', () => {
    const items = fieldsOf(said)
    expect(items.map(({ field }) => field)).toEqual(['status', 'awb', 'total'])
    expect(items[1]).toEqual({
      field: 'awb',
      value: 'TRK2',
      provider: SELLS,
      saidAt: '2026-01-05T03:00:02.000Z',
      eventId: 'event-3',
      others: [{ value: 'TRK1', provider: FULFILS, saidAt: '2026-01-05T03:00:01.000Z', eventId: 'event-2' }],
    })
    expect(items[2]?.others).toEqual([])
  })

  it('shows no other where two providers say the same with their keys in another order', () => {
    const same = foldMentions(
      mentionsFrom('shipment', [
        { at: 0, set: { to: { id: '1', name: 'A' } } },
        { at: 1, provider: SELLS, set: { to: { name: 'A', id: '1' } } },
      ]),
    )
    expect(fieldsOf(same)).toMatchObject([{ field: 'to', provider: SELLS, others: [] }])
  })

  it('takes the later of two events of one moment by their steps: what is further along holds', () => {
    const both = mentionsFrom('order', [
      { at: 0, set: { state: 'shipped', status: 'shipped' } },
      { at: 0, set: { state: 'packed', status: 'packed' } },
    ])
    expect(wordOf(foldMentions(both))).toBe('shipped')
  })
})
