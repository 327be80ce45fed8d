import { expect, it } from 'vitest'
import type { RebuildItem } from '@/lib/timeline/rebuild/schemas'
import { createProgress, summary } from './rebuild-progress'

const START = Date.parse('2026-03-02T08:00:00Z')
const item = (change: Partial<RebuildItem> = {}): RebuildItem => ({
  ...{ id: 'x', status: 'running', actor: 'system', total: 400, done: 100, changed: 3 },
  ...{ startedAt: at(0), updatedAt: at(0), finishedAt: null },
  ...change,
})

function at(seconds: number): string {
  return new Date(START + seconds * 1_000).toISOString()
}

function shown(isTTY: boolean, seconds: number[], change: Partial<RebuildItem> = {}): string[] {
  const written: string[] = []
  const progress = createProgress({ isTTY, columns: 200, write: (text) => written.push(text) })
  for (const second of seconds) progress.show(item(change), START + second * 1_000)
  return written
}

it('tells how far it is and how fast', () => {
  expect(shown(false, [10])).toEqual(['100 of 400 events read again (25 %, 10/s), 3 changed\n'])
})

it('writes a line every five seconds where no terminal is, and rewrites one where there is', () => {
  expect(shown(false, [1, 2, 5, 6, 7])).toHaveLength(2)
  expect(shown(true, [1, 2]).every((text) => text.startsWith('\r'))).toBe(true)
})

it('asks for a worker where nothing goes on', () => {
  expect(shown(false, [61])[0]).toContain('is a worker running?')
  expect(shown(false, [61], { updatedAt: at(50) })[0]).not.toContain('worker')
})

it('sums up', () => {
  const over = { status: 'finished', finishedAt: at(2.5) } as const
  expect(summary(item({ ...over, done: 1, changed: 1 }))).toBe(
    'Read 1 event again in 2.5 s; 1 says something else now.',
  )
  expect(summary(item({ ...over, done: 400, changed: 0 }))).toBe(
    'Read 400 events again in 2.5 s; none says anything else than before.',
  )
})
