import { describe, expect, it } from 'vitest'
import { findProvider } from '@/lib/providers/registry'
import { KIND_NAMES } from './kinds'
import type { AnyStep } from './rank'
import { FULFILS, HOUR, lifecyclesOf, MINUTE, SELLS, START, storyOf, type Telling } from './testing/tellings'
import { heardLifecycles, isDocumented, type ToldType } from './told-types'

/** The types of the provider that fulfils with which an order reaches one of these. */
function typesReaching(...reached: string[]): string[] {
  return typesOf(FULFILS).filter((type) => {
    const heard = heardLifecycles('order', [{ provider: FULFILS, type, firstAt: 0 }]).get(FULFILS)?.heard ?? []
    return [...heard].some((step) => reached.includes(wordOf(step)))
  })
}

const toldOf = (types: readonly string[], firstAt = 0): ToldType[] =>
  types.map((type) => ({ provider: FULFILS, type, firstAt }))
const said = (state: string, at: number): Telling => ({ set: { state, status: state }, at: at * HOUR })

describe.each(KIND_NAMES.flatMap((kind) => [...lifecyclesOf(kind)].map(([id, { steps }]) => ({ id, kind, steps }))))(
  'the $kind of $id',
  ({ id, kind, steps }) => {
    it('reaches each of its steps by some documented type', () => {
      const types = typesOf(id).map((type) => ({ provider: id, type, firstAt: 0 }))
      expect(heardLifecycles(kind, types).get(id)?.heard).toEqual(new Set<AnyStep>(steps))
    })

    it('reaches none where nothing was told', () => {
      expect(heardLifecycles(kind, [])).toEqual(new Map())
    })
  },
)

describe('a store that is told of a few types only', () => {
  const types = toldOf(typesReaching('to_process', 'shipped', 'completed'))
  const sparse = [said('to_process', 0), said('shipped', 5)]

  it('misses no step of which it would not hear, and shows none as still to come', () => {
    const story = storyOf('order', sparse, { types })
    expect(story.findings).toEqual([])
    expect(story.ghosts.map(({ why, title }) => `${why} ${title}`)).toEqual(['next Completed'])
  })

  it('misses those of which it was told in another order', () => {
    const more = [...types, ...toldOf(typesReaching('packed'))]
    const [finding, ...others] = storyOf('order', sparse, { types: more }).findings
    expect(finding?.explanation).toContain('came without “Packed”.')
    expect(others).toEqual([])
  })

  it('misses no alternative to a step of which it would not hear', () => {
    const ready = [...types, ...toldOf(typesReaching('ready_for_pickup'))]
    expect(storyOf('order', sparse, { types: ready }).findings).toEqual([])
    const both = [...ready, ...toldOf(typesReaching('awaiting_awb'))]
    expect(storyOf('order', sparse, { types: both }).findings.map(({ rule }) => rule)).toEqual(['missing_step'])
  })

  it('still sees what goes back, and what waits for too long', () => {
    const back = storyOf('order', [...sparse, said('to_process', 6)], { types, now: 31 * HOUR })
    expect(back.findings.map(({ rule }) => rule)).toEqual(['step_back', 'stuck'])
  })
})

describe('an order of which the provider that fulfils says nothing', () => {
  const sold: Telling = { provider: SELLS, set: { status: 'open' }, at: 0, delay: MINUTE, type: 'order.created' }
  const storyWhere = (types: ToldType[]) => storyOf('order', [sold], { types, now: 365 * 24 * HOUR })
  const of = (type: string | undefined, hours: number) => toldOf(type ? [type] : [], START + hours * HOUR)
  const [packed] = typesReaching('packed')

  it('is not waited for where that never told of any order', () => {
    const [other] = typesOf(FULFILS).filter((type) => heardLifecycles('order', of(type, -100)).size === 0)
    for (const types of [[], of(other, -100)]) {
      expect(storyWhere(types)).toMatchObject({ stuckAt: null, findings: [], ghosts: [] })
    }
    expect(other).toBeDefined()
  })

  it('is waited for from its first mention where that told of orders before', () => {
    const story = storyWhere(of(packed, -100))
    expect(story.stuckAt).toBe(START + 48 * HOUR)
    expect(story.findings.map(({ rule }) => rule)).toEqual(['stuck'])
    expect(story.ghosts.map(({ title }) => title)).toEqual(['Packed'])
  })

  it('is waited for from the first word on an order where that came soon after', () => {
    expect(storyWhere(of(packed, 20)).stuckAt).toBe(START + 68 * HOUR)
  })

  it('is left to the time before where it was known for longer than the wait by then', () => {
    expect(storyWhere(of(packed, 49))).toMatchObject({ stuckAt: null, findings: [], ghosts: [] })
  })
})

it('only what a provider documents is noted', () => {
  const [type = ''] = typesOf(FULFILS)
  expect(isDocumented({ provider: FULFILS, type })).toBe(true)
  expect(isDocumented({ provider: FULFILS, type: 'order.teleported' })).toBe(false)
  expect(isDocumented({ provider: FULFILS, type: 'constructor' })).toBe(false)
  expect(isDocumented({ provider: 'gone', type })).toBe(false)
})

function typesOf(provider: string): string[] {
  return Object.keys(findProvider(provider)?.eventTypes ?? {})
}

function wordOf({ reachedBy }: AnyStep): string {
  return 'state' in reachedBy ? reachedBy.state : reachedBy.field
}
