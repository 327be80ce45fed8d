import { describe, expect, it } from 'vitest'
import { silence } from './silence'

const NOW = new Date('2026-11-22T12:00:00Z')
const rhythm = (p95Seconds: number, longestSeconds = p95Seconds) => ({
  gaps: 200,
  medianSeconds: p95Seconds / 4,
  p95Seconds,
  longestSeconds,
})
const after = (seconds: number, known: ReturnType<typeof rhythm> | null) =>
  silence({ lastReceivedAt: new Date(NOW.getTime() - seconds * 1000).toISOString(), rhythm: known }, NOW)

describe('silence', () => {
  it('is usual for a quarter of an hour, however dense the deliveries before it', () => {
    expect(after(14 * 60, rhythm(1)).level).toBe('usual')
    expect(after(16 * 60, rhythm(1)).level).toBe('unusual')
  })

  it('is unusual only where it is longer than every gap before', () => {
    expect(after(3 * 3600, rhythm(600, 8 * 3600)).level).toBe('usual')
    expect(after(9 * 3600, rhythm(600, 8 * 3600)).level).toBe('unusual')
  })

  it('is alarming at four times what is unusual', () => {
    expect(after(4 * 3 * 3600 + 1, rhythm(3600)).level).toBe('alarming')
    expect(after(4 * 3 * 3600 - 1, rhythm(3600)).level).toBe('unusual')
  })

  it('is usual where no rhythm is known or nothing ever came', () => {
    expect(after(1e7, null)).toEqual({ seconds: 1e7, level: 'usual' })
    expect(silence({ lastReceivedAt: null, rhythm: null }, NOW)).toEqual({ seconds: null, level: 'usual' })
  })
})
