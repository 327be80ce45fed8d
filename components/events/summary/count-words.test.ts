import { describe, expect, it } from 'vitest'
import { countWords, shortCount, sumOf } from './count-words'

const exact = (count: number) => ({ count, isEstimate: false })
const estimate = (count: number) => ({ count, isEstimate: true })

describe('countWords', () => {
  it.each([
    [exact(0), '0'],
    [exact(4312), '4,312'],
    [estimate(48_211), '≈ 48,200'],
    [estimate(1_234_567), '≈ 1.2 million'],
  ])('says %j as %s', (count, words) => {
    expect(countWords(count, 'en')).toBe(words)
  })

  it('speaks Indonesian', () => {
    expect(countWords(exact(4312), 'id')).toBe('4.312')
    expect(countWords(estimate(1_234_567), 'id')).toMatch(/^≈ 1,2\sjuta$/)
  })
})

describe('shortCount', () => {
  it.each([
    [exact(999), '999'],
    [exact(1234), '1.2k'],
    [exact(9_999), '10k'],
    [estimate(123_400), '≈ 123k'],
    [estimate(1_234_567), '≈ 1.2m'],
  ])('says %j as %s', (count, words) => {
    expect(shortCount(count, 'en')).toBe(words)
  })

  it('keeps the capitals that another language writes', () => {
    expect(shortCount(exact(1234), 'id')).toMatch(/^1,2\srb$/)
  })
})

describe('sumOf', () => {
  it('is an estimate where any part is one', () => {
    expect(sumOf([exact(3), estimate(160)])).toEqual(estimate(163))
    expect(sumOf([exact(3), exact(4)])).toEqual(exact(7))
    expect(sumOf([])).toEqual(exact(0))
  })
})
