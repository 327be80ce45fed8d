import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isDay, isTimeAgo, resolveTime } from './times'

const now = new Date('2026-11-21T12:00:00Z')

describe('a time', () => {
  it.each([
    ['30m', '2026-11-21T11:30:00.000Z'],
    ['2d', '2026-11-19T12:00:00.000Z'],
    ['4w', '2026-10-24T12:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-11-01T09:30', '2026-11-01T09:30:00.000Z'],
    ['2026-11-01T09:30Z', '2026-11-01T09:30:00.000Z'],
    ['2026-11-01T09:30:00.5+07:00', '2026-11-01T02:30:00.500Z'],
  ])('%s is %s', (text, iso) => expect(resolveTime(text, now)?.toISOString()).toBe(iso))

  it.each([
    '',
    '2026-02-29',
    '2026-04-31',
    '2026-11-01T24:00',
    '2026-11-01T',
    '2026-11-01TT',
    '5y',
    '0000-01-01',
    '2026-11-01T09:30+7',
  ])('is not %j', (text) => expect(resolveTime(text, now)).toBeNull())

  it('is every date and time that ISO 8601 has within the years', () => {
    const iso = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()])
    const date = fc.date({
      min: new Date('0002-01-01T00:00:00Z'),
      max: new Date('9998-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(date, fc.constantFrom(10, 16, 19, 21, 24), fc.constantFrom('', 'Z', '-03:30'), (at, length, zone) => {
        const text = at.toISOString().slice(0, length).replace('Z', '') + (length > 10 ? zone : '')
        if (iso.safeParse(text).success) expect(resolveTime(text, now)).not.toBeNull()
      }),
    )
  })

  it('is a whole day, or a time ago, or neither', () => {
    expect(['2026-11-21', '2026-02-30', '24h', '2026-11-21T00:00Z'].map(isDay)).toEqual([true, false, false, false])
    expect(['24h', '24', '2026-11-21', '1w'].map(isTimeAgo)).toEqual([true, false, false, true])
  })
})
