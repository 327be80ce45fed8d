import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Count } from '@/lib/overview/schemas'
import { countOf, countWords, shareWords } from './count-words'
import type { Speech } from './speech'

const speechOf = (locale: Locale): Speech => ({
  t: translator(locale, 'overview'),
  words: translator(locale, 'words'),
  locale,
})
const en = speechOf('en')
const count = (value: number, precision: Count['precision'] = 'exact'): Count => ({ value, precision })

describe('countWords', () => {
  it('says what is exact, what is more and what is about', () => {
    expect(countWords(count(1204), en)).toBe('1,204')
    expect(countWords(count(10_000, 'at_least'), en)).toBe('10,000+')
    expect(countWords(count(48_213, 'estimate'), en)).toBe('≈ 48,200')
  })

  it('counts one and more', () => {
    expect(countOf(count(1), 'runs', en)).toBe('1 run')
    expect(countOf(count(1, 'at_least'), 'runs', en)).toBe('1+ runs')
  })
})

describe('in Indonesian', () => {
  it('numbers are parted and ended as they are there', () => {
    const id = speechOf('id')
    expect(countOf(count(1204), 'runs', id)).toBe('1.204 run')
    expect(shareWords(count(1), count(46), id)).toBe('2,1%')
  })
})

describe('shareWords', () => {
  it('gives the share of the whole', () => {
    expect(shareWords(count(0), count(0), en)).toBe('0%')
    expect(shareWords(count(3), count(97), en)).toBe('3%')
    expect(shareWords(count(1), count(46), en)).toBe('2.1%')
    expect(shareWords(count(50), count(50), en)).toBe('50%')
    expect(shareWords(count(1), count(9999), en)).toBe('under 0.1%')
  })

  it('is a bound where the counting stopped', () => {
    expect(shareWords(count(300), count(10_000, 'at_least'), en)).toBe('at most 2.9%')
    expect(shareWords(count(10_000, 'at_least'), count(100), en)).toBe('over 99%')
  })
})
