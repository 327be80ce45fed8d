import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { parseQuery } from '@/lib/search/language/parse'
import { KEYS } from '@/lib/search/language/term'
import { type Names, termWords } from './term-words'

const names: Names = {
  valueOf: (key, value) => (key === 'source' && value === 'default' ? 'My shop' : value),
  time: (text) => `<${text}>`,
}

function words(query: string, locale: Locale = 'en'): string[] {
  return parseQuery(query).terms.map(({ term }) => termWords(term, translator(locale, 'search'), names))
}

describe('termWords', () => {
  it.each([
    ['status:failed,retrying', 'status: failed or retrying'],
    ['-status:failed', 'not status: failed'],
    ['source:default', 'source: My shop'],
    ['order:*', 'order: any'],
    ['-order:*', 'no order'],
    ['received:>2d', 'received in the last 2 days'],
    ['received:>=1h', 'received in the last hour'],
    ['-received:>4w', 'not received in the last 4 weeks'],
    ['received:<1d', 'received more than 1 day ago'],
    ['occurred:>=2026-11-21T09:30Z', 'occurred since <2026-11-21T09:30Z>'],
    ['received:<2026-11-21', 'received before <2026-11-21>'],
    ['received:2026-11-21', 'received on <2026-11-21>'],
    ['repeats:>1', 'received more than once'],
    ['repeats:<=3', 'times received ≤ 3'],
    ['data.total:>100000', 'data.total > 100000'],
    ['data.courier:JNE', 'data.courier: JNE'],
    ['"Siti Aminah"', 'contains “Siti Aminah”'],
    ['-sambal', 'does not contain “sambal”'],
  ])('says %s as %s', (query, expected) => {
    expect(words(query)).toEqual([expected])
  })

  it('speaks Indonesian', () => {
    expect(words('-status:failed received:>2d', 'id')).toEqual([
      'bukan status: failed',
      'diterima dalam 2 hari terakhir',
    ])
  })

  it.each(LOCALES)('has a name for every key in %s', (locale) => {
    const t = translator(locale, 'search')
    expect(KEYS.filter((key) => !t.has(`keys.${key}`) || !t.has(`meanings.${key}`))).toEqual([])
  })
})
