import { describe, expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translator'
import {
  formatAbsolute,
  formatBytes,
  formatDay,
  formatNumber,
  formatRelative,
  formatShort,
  parseWallClock,
  toWallClock,
} from './format'

const at = new Date('2026-11-21T18:30:05.123Z')
const t = translator('en', 'time')

describe('times', () => {
  it('are given with their zone, WIB seven hours ahead of UTC and on its own day', () => {
    expect(formatAbsolute(at, 'utc')).toBe('21 Nov 2026, 18:30:05.123 UTC')
    expect(formatAbsolute(at, 'wib')).toBe('22 Nov 2026, 01:30:05.123 WIB')
  })

  it('are relative up to a day, then absolute', () => {
    const later = (seconds: number) =>
      formatRelative(at, { now: new Date(at.getTime() + seconds * 1000), zone: 'utc', locale: 'en' }, t)
    expect([later(0), later(12), later(125), later(3 * 3600), later(86_400)]).toEqual([
      'just now',
      '12 s ago',
      '2 min ago',
      '3 h ago',
      '21 Nov, 18:30',
    ])
  })

  it('are absolute where they lie ahead by more than clocks differ', () => {
    const before = (ms: number) =>
      formatRelative(at, { now: new Date(at.getTime() - ms), zone: 'utc', locale: 'en' }, t)
    expect([before(5_000), before(120_000)]).toEqual(['just now', '21 Nov, 18:30'])
  })

  it('carry the year where it is another', () => {
    expect(formatShort(at, 'utc', new Date('2027-01-02T00:00:00Z'))).toBe('21 Nov 2026, 18:30')
  })

  it('follow the language', () => {
    const id = translator('id', 'time')
    const options = { now: new Date(at.getTime() + 12_000), zone: 'wib', locale: 'id' } as const
    expect(formatRelative(at, options, id)).toBe('12 dtk lalu')
    expect(formatAbsolute(at, 'wib', 'id')).toBe('22 Nov 2026, 01.30.05,123 WIB')
    expect(formatDay(at, 'utc', 'id')).toBe('Sab, 21 Nov 2026')
    expect(formatAbsolute(new Date('2026-08-01T00:00:00Z'), 'utc', 'id')).toContain('1 Agu 2026')
  })

  it('of a wall clock are read in the chosen zone, and back', () => {
    expect(parseWallClock('2026-11-22T01:30', 'wib')?.toISOString()).toBe('2026-11-21T18:30:00.000Z')
    expect(parseWallClock('', 'utc')).toBeNull()
    for (const zone of ['local', 'utc', 'wib'] as const) {
      expect(parseWallClock(toWallClock(at, zone), zone)?.toISOString()).toBe('2026-11-21T18:30:00.000Z')
    }
  })
})

describe('formatNumber', () => {
  it('parts thousands as the language does', () => {
    expect([formatNumber(10_204), formatNumber(10_204, 'id')]).toEqual(['10,204', '10.204'])
    expect([formatBytes(1_536, 'en'), formatBytes(1_536, 'id')]).toEqual(['1.5 KB', '1,5 KB'])
  })
})

describe('formatBytes', () => {
  it('counts 1024 bytes to the KB, as the limits do', () => {
    expect([812, 65_536, 1_536, 262_144, 1_572_864].map((bytes) => formatBytes(bytes))).toEqual([
      '812 B',
      '64 KB',
      '1.5 KB',
      '256 KB',
      '1.5 MB',
    ])
  })
})
