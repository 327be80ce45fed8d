import { describe, expect, it } from 'vitest'
import { VERDICT_WORDS, verdictSentence } from './verdict-words'

const provider = { label: 'Toko', secretName: 'signing secret', secretWhere: 'Settings > Webhooks.' }

describe('verdictSentence', () => {
  it('says that a signature holds and when it was made', () => {
    expect(verdictSentence('verified', null, { skewSeconds: 2 })).toBe('Signature holds; made 2 s before it arrived')
    expect(verdictSentence('verified', null, { skewSeconds: -3 })).toBe('Signature holds; dated 3 s after it arrived')
    expect(verdictSentence('verified', null, { skewSeconds: 0 })).toBe('Signature holds; made the second it arrived')
  })

  it('does not let a key pass for a signature', () => {
    expect(verdictSentence('authenticated', null, {})).toContain('not signed')
  })

  it('gives the title of the reason for what was rejected, and a plain word for a reason it does not know', () => {
    expect(verdictSentence('rejected', 'signature_mismatch', {})).toBe('The signature does not match')
    expect(verdictSentence('rejected', 'toString', {})).toBe('Checked and rejected')
  })
})

describe('every reason', () => {
  it.each(Object.entries(VERDICT_WORDS))('%s says what was expected, what came, why and what to do', (_, words) => {
    for (const detail of [{}, { skewSeconds: 432, toleranceSeconds: 300, secretsTried: 2, note: 'A note.' }]) {
      const texts = [words.title, words.expected(detail, provider), words.came(detail, provider)]
      texts.push(...words.causes(detail, provider), ...words.todo(detail, provider))
      expect(words.causes(detail, provider).length).toBeGreaterThan(0)
      expect(words.todo(detail, provider).length).toBeGreaterThan(0)
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|null/)
    }
  })

  it('names by how much a clock is off', () => {
    expect(VERDICT_WORDS.timestamp_too_old.causes({ skewSeconds: 432 }, provider)[0]).toContain('7 min 12 s')
  })
})
