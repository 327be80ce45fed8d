import { expect, it } from 'vitest'
import { heldHref, heldWords } from './held-words'

const HELD = { key: 'check', title: 'Check', destinationId: null, runs: 1, nextAttemptAt: null }

it('tells an open circuit whose next attempt is due from one that is being probed', () => {
  expect(heldWords({ ...HELD, held: 'circuit', nextAttemptAt: '2026-11-22T10:00:00Z' })).toBe('circuit')
  expect(heldWords({ ...HELD, held: 'circuit' })).toBe('probing')
  expect(heldWords({ ...HELD, held: 'disabled' })).toBe('disabled')
})

it('leads to where a handler or destination is let go on', () => {
  expect(heldHref({ ...HELD, held: 'paused' })).toBe('/handlers')
  expect(heldHref({ ...HELD, held: 'disabled', destinationId: 'd1' })).toBe('/destinations/d1')
})
