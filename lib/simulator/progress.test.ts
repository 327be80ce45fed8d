import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from './answer'
import { startProgress } from './progress'

const answer: Answer = {
  delivery: {
    providerId: 'alpha',
    eventType: 'order.created',
    body: new Uint8Array(),
    kind: 'fresh',
    occurredAt: new Date('2026-06-01T12:34:56Z'),
    sendAfterMs: 0,
  },
  status: 200,
  outcome: '200 accepted',
  acknowledged: true,
  latencyMs: 1,
  text: '',
}

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function watch(output: { isTTY?: boolean; columns?: number }) {
    const written: string[] = []
    const progress = startProgress({ ...output, write: (text) => written.push(text) }, 0, () => 10_000)
    progress.count(answer)
    progress.count({ ...answer, status: null, acknowledged: false })
    return { written, progress }
  }

  it('rewrites one line on a terminal, no longer than the terminal is wide, and clears it in the end', () => {
    const { written, progress } = watch({ isTTY: true, columns: 30 })
    vi.advanceTimersByTime(400)
    progress.stop()
    const line = '\r\u001b[2K2 sent (0.2/s): 1 acknowledge'
    expect(written).toEqual([line, line, '\r\u001b[2K'])
  })

  it('writes a line every five seconds elsewhere, and none after the end', () => {
    const { written, progress } = watch({})
    vi.advanceTimersByTime(5000)
    progress.stop()
    vi.advanceTimersByTime(5000)
    const counts = '1 acknowledged, 0 refused, 1 without an answer'
    expect(written).toEqual([`2 sent (0.2/s): ${counts}, in the shop it is 2026-06-01 12:34\n`])
  })
})
