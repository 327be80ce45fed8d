import { describe, expect, it } from 'vitest'
import type { Count } from '@/lib/overview/schemas'
import { countOf, countWords, shareWords } from './count-words'

const count = (value: number, precision: Count['precision'] = 'exact'): Count => ({ value, precision })

describe('countWords', () => {
  it('says what is exact, what is more and what is about', () => {
    expect(countWords(count(1204))).toBe('1,204')
    expect(countWords(count(10_000, 'at_least'))).toBe('10,000+')
    expect(countWords(count(48_213, 'estimate'))).toBe('≈ 48,200')
  })

  it('counts one and more', () => {
    expect(countOf(count(1), 'run')).toBe('1 run')
    expect(countOf(count(1, 'at_least'), 'run')).toBe('1+ runs')
  })
})

describe('shareWords', () => {
  it('gives the share of the whole', () => {
    expect(shareWords(count(0), count(0))).toBe('0%')
    expect(shareWords(count(3), count(97))).toBe('3%')
    expect(shareWords(count(1), count(46))).toBe('2.1%')
    expect(shareWords(count(50), count(50))).toBe('50%')
    expect(shareWords(count(1), count(9999))).toBe('under 0.1%')
  })

  it('is a bound where the counting stopped', () => {
    expect(shareWords(count(300), count(10_000, 'at_least'))).toBe('at most 2.9%')
    expect(shareWords(count(10_000, 'at_least'), count(100))).toBe('over 99%')
  })
})
