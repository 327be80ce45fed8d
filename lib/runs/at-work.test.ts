import { describe, expect, it } from 'vitest'
import { isAtWork, refetchAfter } from './at-work'
import type { RunPill } from './schemas'
import { targetParams } from './schemas'

const NOW = new Date('2026-11-21T00:00:00Z')
const run = (change: Partial<RunPill>): RunPill => ({
  ...{ id: 'r', handler: 'h', title: 'H', destinationId: null, status: 'queued', held: null, nextAttemptAt: null },
  ...change,
})

describe('a run is at work', () => {
  it.each([
    [{ status: 'queued' }, true],
    [{ status: 'running' }, true],
    [{ status: 'retrying', nextAttemptAt: '2026-11-21T00:00:03Z' }, true],
    [{ status: 'retrying', nextAttemptAt: '2026-11-21T00:10:00Z' }, false],
    [{ status: 'queued', held: 'paused' }, false],
    [{ status: 'failed' }, false],
    [{ status: 'succeeded' }, false],
  ] as const)('%o: %s', (change, expected) => expect(isAtWork(run(change), NOW)).toBe(expected))
})

it('runs are asked for every second while one is at work', () => {
  const done = run({ status: 'succeeded' })
  expect(refetchAfter([done, run({ status: 'running' })], NOW, 5_000)).toBe(1_000)
  expect(refetchAfter([done], NOW, 5_000)).toBe(5_000)
})

describe('the key of a handler in a path', () => {
  const id = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12'

  it.each(['check', `forward:${id}`, `forward%3A${id}`])('%s is one', (key) => {
    expect(targetParams.parse({ key })).toEqual({ key: decodeURIComponent(key) })
  })

  it.each(['', 'Check', 'forward:', 'forward:1', '%', 'a b'])('"%s" is none', (key) => {
    expect(targetParams.safeParse({ key }).success).toBe(false)
  })
})
