import { describe, expect, it } from 'vitest'
import {
  formatAbsolute,
  formatBytes,
  formatRelative,
  formatSeconds,
  formatShort,
  parseWallClock,
  toWallClock,
} from './format'

const at = new Date('2026-11-21T18:30:05.123Z')

describe('times', () => {
  it('are given with their zone, WIB seven hours ahead of UTC and on its own day', () => {
    expect(formatAbsolute(at, 'utc')).toBe('21 Nov 2026, 18:30:05.123 UTC')
    expect(formatAbsolute(at, 'wib')).toBe('22 Nov 2026, 01:30:05.123 WIB')
  })

  it('are relative up to a day, then absolute', () => {
    const later = (seconds: number) => formatRelative(at, new Date(at.getTime() + seconds * 1000), 'utc')
    expect([later(0), later(12), later(125), later(3 * 3600), later(86_400)]).toEqual([
      'just now',
      '12 s ago',
      '2 min ago',
      '3 h ago',
      '21 Nov, 18:30',
    ])
  })

  it('are absolute where they lie ahead by more than clocks differ', () => {
    expect(formatRelative(at, new Date(at.getTime() - 5_000), 'utc')).toBe('just now')
    expect(formatRelative(at, new Date(at.getTime() - 120_000), 'utc')).toBe('21 Nov, 18:30')
  })

  it('carry the year where it is another', () => {
    expect(formatShort(at, 'utc', new Date('2027-01-02T00:00:00Z'))).toBe('21 Nov 2026, 18:30')
  })

  it('of a wall clock are read in the chosen zone, and back', () => {
    expect(parseWallClock('2026-11-22T01:30', 'wib')?.toISOString()).toBe('2026-11-21T18:30:00.000Z')
    expect(parseWallClock('', 'utc')).toBeNull()
    for (const zone of ['local', 'utc', 'wib'] as const) {
      expect(parseWallClock(toWallClock(at, zone), zone)?.toISOString()).toBe('2026-11-21T18:30:00.000Z')
    }
  })
})

describe('formatSeconds', () => {
  it('speaks of lengths of time as people do, whatever the sign', () => {
    const words = [2, -2, 59, 60, 420, 432, 3600, 11_100, 86_400, 200_000].map(formatSeconds)
    expect(words).toEqual(['2 s', '2 s', '59 s', '1 min', '7 min', '7 min 12 s', '1 h', '3 h 5 min', '1 day', '2 days'])
  })
})

describe('formatBytes', () => {
  it('counts 1024 bytes to the KB, as the limits do', () => {
    expect([812, 65_536, 1_536, 262_144, 1_572_864].map(formatBytes)).toEqual([
      '812 B',
      '64 KB',
      '1.5 KB',
      '256 KB',
      '1.5 MB',
    ])
  })
})
