import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { REASONS, reasonTitle, reasonWords } from './reason-words'
import { verdictSentence } from './verdict-words'

const t = translator('en', 'words')
const provider = { label: 'Toko', secretName: 'signing secret', secretWhere: 'Settings > Webhooks.' }
const sentence = (verdict: Parameters<typeof verdictSentence>[0]['verdict'], skewSeconds?: number) =>
  verdictSentence({ verdict, reason: null, verdictDetail: skewSeconds === undefined ? {} : { skewSeconds } }, t)

describe('verdictSentence', () => {
  it('says that a signature holds and when it was made', () => {
    expect(sentence('verified', 2)).toBe('Signature holds; made 2 s before it arrived')
    expect(sentence('verified', -3)).toBe('Signature holds; dated 3 s after it arrived')
    expect(sentence('verified', 0)).toBe('Signature holds; made the second it arrived')
  })

  it('does not let a key pass for a signature', () => {
    expect(sentence('authenticated')).toContain('not signed')
  })

  it('gives the title of the reason for what was rejected, and a plain word for a reason it does not know', () => {
    const rejected = (reason: string) => verdictSentence({ verdict: 'rejected', reason, verdictDetail: {} }, t)
    expect(rejected('signature_mismatch')).toBe('The signature does not match')
    expect(rejected('toString')).toBe('Checked and rejected')
    expect(reasonTitle('toString', t)).toBeUndefined()
  })
})

describe.each(LOCALES)('every reason in %s', (locale) => {
  const words = translator(locale, 'words')
  it.each(REASONS)('%s says what was expected, what came, why and what to do', (reason) => {
    for (const detail of [{}, { skewSeconds: 432, toleranceSeconds: 300, secretsTried: 2, note: 'A note.' }]) {
      const said = reasonWords(reason, { detail, provider }, words)
      const texts = [said?.title, said?.expected, said?.came, ...(said?.causes ?? []), ...(said?.todo ?? [])]
      expect(said?.causes.length).toBeGreaterThan(0)
      expect(said?.todo.length).toBeGreaterThan(0)
      for (const text of texts) {
        expect(text).toMatch(/\S/)
        expect(text).not.toMatch(/undefined|NaN|null|[{}]|reasons\./)
        expect(text?.charAt(0)).toBe(text?.charAt(0).toUpperCase())
      }
    }
  })
})

describe('reasonWords', () => {
  it('names by how much a clock is off', () => {
    const words = reasonWords('timestamp_too_old', { detail: { skewSeconds: 432 }, provider }, t)
    expect(words?.causes[0]).toContain('7 min 12 s')
  })

  it('has nothing to say of what is no reason', () => {
    expect(reasonWords('constructor', { detail: {}, provider }, t)).toBeUndefined()
    expect(reasonWords(null, { detail: {}, provider }, t)).toBeUndefined()
  })
})
