import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { parseQuery } from '@/lib/search/language/parse'
import { MAX_QUERY_LENGTH, MAX_TERMS } from '@/lib/search/language/term'
import { faultWords } from './fault-words'

const FAULTY = [
  'oder:7',
  'https://example.com',
  'data.items[0].sku:7',
  'order:',
  'status:splendid',
  'received:2d',
  'verdict:*',
  '"a"b',
  'ab',
  'customer:"Siti',
  'abc '.repeat(MAX_TERMS + 1),
  'a'.repeat(MAX_QUERY_LENGTH + 1),
]

describe.each(LOCALES)('faultWords in %s', (locale) => {
  it.each(FAULTY)('has a sentence for %j', (query) => {
    const { faults } = parseQuery(query)
    expect(faults).not.toEqual([])
    for (const fault of faults) {
      const words = faultWords(fault, translator(locale, 'search'))
      expect(words).not.toMatch(/faults\.|undefined|[{}]/)
      expect(words.length).toBeGreaterThan(20)
    }
  })
})

describe('faultWords', () => {
  it('says what came and what is allowed', () => {
    const [fault] = parseQuery('status:splendid').faults
    expect(fault && faultWords(fault, translator('en', 'search'))).toBe(
      '“splendid” does not fit status. Allowed: queued, running, retrying, succeeded, failed, cancelled.',
    )
  })
})
