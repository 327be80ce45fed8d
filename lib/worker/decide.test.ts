import { describe, expect, it } from 'vitest'
import { defineHandler } from '@/lib/handlers/handler'
import { decide, type RunState } from './decide'

const NOW = new Date('2026-11-21T12:00:00Z')
const handler = defineHandler({ name: 'test', title: 'Test', on: ['*'], perDestination: true, run: async () => '' })
const later = (ms: number) => new Date(NOW.getTime() + ms)

function run(change: Partial<RunState> = {}): RunState {
  return {
    ...{ id: '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6000', target: 'test:1', handler: 'test', destination_id: '1' },
    ...{ status: 'queued', slotted: false, next_attempt_at: null, tries: 0, attempt_count: 0 },
    ...{ current_attempt_id: null, replay_id: null, paused_at: null, opened_at: null, probe_at: null, probes: 0 },
    ...{ wait_until: null, next_slot_at: null, enabled: true, deleted_at: null, rate_per_second: null },
    ...{ worker: null, worker_alive: false, lost_before: 0, ...change },
  }
}

function decideOn(states: RunState[], { underWay = false } = {}) {
  return decide(states, {
    ...{ workerId: 'me', find: (name: string) => (name === 'test' ? handler : undefined), now: NOW },
    underWay: () => underWay,
  })
}

const one = (change: Partial<RunState>, circumstances = {}) => decideOn([run(change)], circumstances)[0]

describe('a run whose job has come up', () => {
  it('begins, for the first time, again, or because a person asked', () => {
    expect(one({})?.go).toEqual({ trigger: 'automatic', probe: false, tries: 1 })
    expect(one({ status: 'retrying', tries: 2 })?.go).toEqual({ trigger: 'retry', probe: false, tries: 3 })
    expect(one({ replay_id: 'r', tries: 2 })?.go).toEqual({ trigger: 'replay', probe: false, tries: 2 })
  })

  it.each(['succeeded', 'failed', 'cancelled'])('is left alone where it has %s', (status) => {
    expect(one({ status })).toMatchObject({ state: { status } })
    expect(one({ status })).not.toHaveProperty('go')
    expect(one({ status })).not.toHaveProperty('wait')
  })

  it.each([
    [{ paused_at: NOW }, 'paused'],
    [{ enabled: false }, 'disabled'],
    [{ opened_at: NOW, probe_at: later(1) }, 'circuit'],
  ])('is held where %j', (change, held) => {
    expect(one(change)?.wait).toMatchObject({ held, until: null })
  })

  it('waits a while where its handler is not known here', () => {
    expect(one({ handler: 'removed' })?.wait).toMatchObject({ held: null, until: later(60_000) })
  })

  it('does not begin a retry before its time', () => {
    const until = later(3_600_000)
    expect(one({ status: 'retrying', next_attempt_at: until })?.wait).toMatchObject({ held: null, until })
  })

  it('is not held for a deleted destination, which nobody could release', () => {
    expect(one({ enabled: false, deleted_at: NOW, paused_at: NOW })?.go).toBeDefined()
  })

  it('probes an open circuit alone', () => {
    const open = { opened_at: later(-60_000), probe_at: later(-1) }
    const [first, second] = decideOn([run(open), run(open)])
    expect(first).toMatchObject({ go: { probe: true }, target: { probeAt: later(60_000) } })
    expect(second?.wait).toMatchObject({ held: 'circuit' })
  })

  it('waits for its slot where there is a rate, and takes one that was given to it', () => {
    const limited = { rate_per_second: 2 }
    const waits = decideOn([run(limited), run(limited), run(limited)]).map(({ wait }) => wait?.until ?? null)
    expect(waits).toEqual([null, later(500), later(1_000)])
    expect(one({ ...limited, slotted: true, next_slot_at: later(5_000) })?.go).toBeDefined()
  })

  it('waits where the destination asked for it', () => {
    expect(one({ wait_until: later(10_000) })?.wait?.until?.getTime()).toBeGreaterThanOrEqual(later(10_000).getTime())
  })
})

describe('a run that somebody seems to be at', () => {
  const running = { status: 'running', current_attempt_id: 'a', tries: 1 }

  it('is left to this process where it is at it', () => {
    const decision = one({ ...running, worker: 'me', worker_alive: true }, { underWay: true })
    expect(decision?.wait).toMatchObject({ keep: true, held: null })
  })

  it('is left to another worker as long as that lives', () => {
    expect(one({ ...running, worker: 'other', worker_alive: true })?.wait).toMatchObject({ keep: true, held: null })
  })

  it('begins again where that worker is dead, or this one failed to write how it ended', () => {
    expect(one({ ...running, worker: 'other' })).toMatchObject({ lost: true, go: { trigger: 'retry', tries: 2 } })
    expect(one({ ...running, worker: 'me', worker_alive: true })).toMatchObject({ lost: true, go: { tries: 2 } })
  })

  it('is given up where three attempts of one replay were lost', () => {
    const replay = { ...running, worker: 'other', replay_id: 'r' }
    expect(one({ ...replay, lost_before: 1 })?.go).toBeDefined()
    expect(one({ ...replay, lost_before: 2 })).toMatchObject({ lost: true, exhausted: true })
  })

  it('is given up where that was its last attempt', () => {
    expect(one({ ...running, worker: 'other', tries: 8 })).toMatchObject({ lost: true, exhausted: true })
  })
})
