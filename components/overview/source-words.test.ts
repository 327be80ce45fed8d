import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Patience } from '@/lib/overview/schemas'
import { expectedWords, lostWords, patienceWords, rhythmWords } from './source-words'
import type { Speech } from './speech'

const speechOf = (locale: Locale): Speech => ({
  t: translator(locale, 'overview'),
  words: translator(locale, 'words'),
  locale,
})
const en = speechOf('en')

const rhythm = (medianSeconds: number, p95Seconds: number) => ({
  gaps: 9,
  medianSeconds,
  p95Seconds,
  longestSeconds: 1,
})
const PATIENCE: Patience = {
  ...{ streak: { value: 0, precision: 'exact' }, limit: 10, reason: null, lastDeliveryId: null, attempts: 5 },
  retries: { expected: 0, nextAt: null, fewestLeft: null, givenUp: 0, overdue: 0 },
}

describe('rhythmWords', () => {
  it('says how often, and how long the pauses are where they differ much', () => {
    expect(rhythmWords(rhythm(180, 400), en)).toBe('usually every 3 min')
    expect(rhythmWords(rhythm(180, 7200), en)).toBe('usually every 3 min, with pauses up to 2 h')
    expect(rhythmWords(rhythm(0.02, 720), en)).toBe('in bursts, with pauses up to 12 min')
    expect(rhythmWords(rhythm(0.02, 0.4), en)).toBe('usually several a second')
    expect(rhythmWords(rhythm(180, 7200), speechOf('id'))).toBe('biasanya setiap 3 mnt, dengan jeda hingga 2 jam')
  })
})

describe('patienceWords', () => {
  it('counts down to the suspension', () => {
    const words = (value: number) => patienceWords({ ...PATIENCE, streak: { value, precision: 'exact' } }, 'Acme', en)
    expect(words(0)).toBe('The latest delivery was accepted. Acme suspends an address after 10 failures in a row.')
    expect(words(3)).toBe('3 of 10 refused in a row, 7 left until Acme suspends this address.')
    expect(words(12)).toBe('12 refused in a row: Acme suspends an address after 10.')
  })

  it('knows of providers without a limit', () => {
    expect(patienceWords({ ...PATIENCE, limit: null }, 'Acme', en)).toContain('up to 5 times')
  })
})

describe('expectedWords and lostWords', () => {
  it('say what comes again and what does not', () => {
    expect([expectedWords(PATIENCE, en), lostWords(PATIENCE, en)]).toEqual([null, null])
    const retries = { expected: 2, nextAt: '2026-11-22T12:00:00Z', fewestLeft: 3, givenUp: 1, overdue: 4 }
    expect(expectedWords({ ...PATIENCE, retries }, en)).toBe('2 to come again, at least 3 of 5 attempts left')
    expect(lostWords({ ...PATIENCE, retries }, en)).toBe('1 refused for the last time; 4 did not come again when due')
  })
})
