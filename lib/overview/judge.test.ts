import { describe, expect, it } from 'vitest'
import { judge } from './judge'
import type { Count, Overview, SourcePulse } from './schemas'

const NOW = new Date('2026-11-22T12:00:00Z')
const exact = (value: number): Count => ({ value, precision: 'exact' })
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString()

const SOURCE: SourcePulse = {
  ...{ id: 's', provider: 'p', slug: 'default', name: 'Shop', path: '/p', enabled: true, hasSecret: true },
  lastReceivedAt: minutesAgo(1),
  rhythm: { gaps: 200, medianSeconds: 60, p95Seconds: 120, longestSeconds: 300 },
  patience: {
    ...{ streak: exact(0), limit: 10, reason: null, lastDeliveryId: null, attempts: 5 },
    retries: { expected: 0, nextAt: null, fewestLeft: null, givenUp: 0, overdue: 0 },
  },
  lag: { events: 200, p50Seconds: 1, p95Seconds: 5 },
  accepted: exact(100),
  rejected: exact(0),
}

const FINE: Parameters<typeof judge>[0] = {
  failures: { failed: exact(0), retrying: exact(0), groups: [] },
  findings: [],
  queue: {
    ...{ waiting: exact(0), held: exact(0), running: 0, oldestWaitingAt: null, oldestEventId: null },
    ...{ unprocessed: exact(0), oldestUnprocessedAt: null, workerAliveAt: minutesAgo(0), stopped: [] },
  },
  refusals: { count: 0, lastAt: null, lastPath: null },
  sources: [SOURCE],
}

const STOPPED = { title: 'A', destinationId: null, isGone: false, pausedAt: null, openedAt: null }

const codes = (change: Partial<Overview>) => judge({ ...FINE, ...change }, NOW).map(({ code }) => code)
const ofSource = (change: Partial<SourcePulse>) => codes({ sources: [{ ...SOURCE, ...change }] })
const ofQueue = (change: Partial<Overview['queue']>) => codes({ queue: { ...FINE.queue, ...change } })
const patience = (change: Partial<SourcePulse['patience']>) => ({ patience: { ...SOURCE.patience, ...change } })

describe('judge', () => {
  it('finds nothing where everything is all right', () => {
    expect(codes({})).toEqual([])
  })

  it('minds refusals in a row from the third on', () => {
    expect(ofSource(patience({ streak: exact(2) }))).toEqual([])
    expect(ofSource(patience({ streak: exact(3) }))).toEqual(['refusing'])
  })

  it('minds what does not come again by itself', () => {
    expect(ofSource(patience({ retries: { ...SOURCE.patience.retries, givenUp: 1 } }))).toEqual(['given_up'])
  })

  it('minds silence against the rhythm, and more so the longer it lasts', () => {
    expect(judge({ ...FINE, sources: [{ ...SOURCE, lastReceivedAt: minutesAgo(20) }] }, NOW)).toMatchObject([
      { code: 'silent', severity: 'notice', sourceId: 's' },
    ])
    expect(judge({ ...FINE, sources: [{ ...SOURCE, lastReceivedAt: minutesAgo(90) }] }, NOW)).toMatchObject([
      { code: 'silent', severity: 'problem' },
    ])
  })

  it('minds many rejected, unless refusing says it already', () => {
    expect(ofSource({ rejected: exact(2) })).toEqual([])
    expect(ofSource({ rejected: exact(6) })).toEqual(['rejected_share'])
    expect(ofSource({ rejected: exact(6), accepted: exact(1000) })).toEqual([])
    expect(ofSource({ rejected: exact(6), ...patience({ streak: exact(6) }) })).toEqual(['refusing'])
  })

  it('minds late news and a source that checks nothing', () => {
    expect(ofSource({ lag: { events: 9, p50Seconds: 1, p95Seconds: 601 } })).toEqual(['lag'])
    expect(ofSource({ hasSecret: false })).toEqual(['no_secret'])
    expect(ofSource({ hasSecret: false, lastReceivedAt: null })).toEqual([])
  })

  it('says nothing of a disabled source', () => {
    expect(ofSource({ enabled: false, hasSecret: false, ...patience({ streak: exact(9) }) })).toEqual([])
  })

  it('misses a worker only where something waits', () => {
    expect(ofQueue({ workerAliveAt: null })).toEqual([])
    expect(ofQueue({ workerAliveAt: null, unprocessed: exact(1) })).toEqual(['no_worker'])
    expect(ofQueue({ workerAliveAt: minutesAgo(2), waiting: exact(1) })).toEqual(['no_worker'])
    expect(ofQueue({ workerAliveAt: minutesAgo(0.5), waiting: exact(1) })).toEqual([])
  })

  it('minds runs that wait long', () => {
    expect(ofQueue({ waiting: exact(1), oldestWaitingAt: minutesAgo(6) })).toEqual(['waiting_long'])
  })

  it('tells a paused handler from one behind an open circuit', () => {
    const stopped = [
      { ...STOPPED, key: 'a', pausedAt: minutesAgo(1) },
      { ...STOPPED, key: 'b', openedAt: minutesAgo(1) },
    ]
    expect(judge({ ...FINE, queue: { ...FINE.queue, stopped } }, NOW)).toMatchObject([
      { code: 'circuit_open', severity: 'problem', targetKey: 'b' },
      { code: 'paused', severity: 'notice', targetKey: 'a' },
    ])
  })

  it('minds a destination that was switched off by itself, whatever else holds it up', () => {
    const stopped = [
      { ...STOPPED, key: 'forward:a', destinationId: 'a', isGone: true },
      {
        ...STOPPED,
        key: 'forward:b',
        destinationId: 'b',
        isGone: true,
        pausedAt: minutesAgo(1),
        openedAt: minutesAgo(1),
      },
    ]
    expect(judge({ ...FINE, queue: { ...FINE.queue, stopped } }, NOW)).toMatchObject([
      { code: 'switched_off', severity: 'problem', targetKey: 'forward:a' },
      { code: 'switched_off', severity: 'problem', targetKey: 'forward:b' },
    ])
  })

  it('minds findings that are problems, and requests that were refused within a day', () => {
    expect(codes({ findings: [{ kind: 'order', rule: 'late_arrival', count: exact(5) }] })).toEqual([])
    expect(codes({ findings: [{ kind: 'order', rule: 'conflict', count: exact(5) }] })).toEqual(['findings'])
    expect(codes({ refusals: { count: 1, lastAt: minutesAgo(60), lastPath: '/x' } })).toEqual(['refusals'])
    expect(codes({ refusals: { count: 1, lastAt: minutesAgo(1500), lastPath: '/x' } })).toEqual([])
  })

  it('puts problems before notices', () => {
    const found = judge(
      { ...FINE, sources: [{ ...SOURCE, hasSecret: false }], failures: { ...FINE.failures, failed: exact(1) } },
      NOW,
    )
    expect(found.map(({ code }) => code)).toEqual(['failures', 'no_secret'])
  })
})
