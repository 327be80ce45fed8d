import { describe, expect, it } from 'vitest'
import { isStuck } from './stuck'
import { FULFILS, HOUR, START, storyOf } from './testing/tellings'

describe('when a thing counts as stuck', () => {
  it('is its last news and the hours of the state it is in', () => {
    const tellings = [
      { set: { state: 'packed' }, at: 0 },
      { set: { awb: 'TRK1' }, at: 5 * HOUR },
    ]
    expect(storyOf('order', tellings).stuckAt).toBe(START + 29 * HOUR)
    expect(storyOf('order', tellings.slice(0, 1)).stuckAt).toBe(START + 24 * HOUR)
  })

  it('follows the state that was said last, even where that is a step back', () => {
    const tellings = ['packed', 'shipped', 'packed'].map((state, hour) => ({ set: { state }, at: hour * HOUR }))
    expect(storyOf('order', tellings).stuckAt).toBe(START + 26 * HOUR)
  })

  it('is counted from news of another thing that names it', () => {
    const tellings = [
      { set: { state: 'approved' }, at: 0 },
      { set: null, role: 'receives', at: 10 * HOUR, type: 'inbound.created' },
    ]
    expect(storyOf('purchase', tellings).stuckAt).toBe(START + (10 + 14 * 24) * HOUR)
  })

  it.each([
    ['a rejected purchase', 'purchase', 'rejected'],
    ['a parcel of which only the AWB is told', 'shipment', 'awb_generated'],
    ['a published product', 'product', 'published'],
  ] as const)('is never for %s', (_, kind, state) => {
    expect(storyOf(kind, [{ set: { state }, at: 0, provider: FULFILS }])).toMatchObject({ stuckAt: null, ghosts: [] })
  })

  it('is for an inbound that was received and never completed, for which it waits', () => {
    const story = storyOf('shipment', [
      { set: { state: 'created' }, at: 0 },
      { set: { state: 'received' }, at: HOUR },
    ])
    expect(story.stuckAt).toBe(START + 73 * HOUR)
    expect(story.ghosts.map(({ title }) => title)).toEqual(['Completed'])
  })
})

it('a list calls it stuck from that moment on', () => {
  const at = new Date(START)
  expect(isStuck(at, new Date(START - 1))).toBe(false)
  expect(isStuck(at, at)).toBe(true)
  expect(isStuck(null, at)).toBe(false)
})
