import { describe, expect, it } from 'vitest'
import { eventsQuerySchema, resolveTime } from './schemas'

const now = new Date('2026-11-21T12:00:00Z')

describe('a time in a query', () => {
  it.each([
    ['30m', '2026-11-21T11:30:00.000Z'],
    ['24h', '2026-11-20T12:00:00.000Z'],
    ['7d', '2026-11-14T12:00:00.000Z'],
    ['2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['2026-11-01T09:30', '2026-11-01T09:30:00.000Z'],
    ['2026-11-01T09:30:00+07:00', '2026-11-01T02:30:00.000Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, iso) => expect(resolveTime(text, now)?.toISOString()).toBe(iso))

  it.each([
    'yesterday',
    '2026-13-01',
    '2026-02-30',
    '24',
    '-24h',
    '2026-11-01T25:00:00Z',
    '99999999d',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+07:00',
    '9999-12-31T23:59:59-07:00',
  ])('%s is none', (text) => expect(resolveTime(text, now)).toBeNull())
})

it.each([
  [{ limit: '0' }, 'limit'],
  [{ limit: '201' }, 'limit'],
  [{ limit: 'ten' }, 'limit'],
  [{ cursor: 'abc' }, 'cursor'],
  [{ verdict: 'fine' }, 'verdict'],
  [{ from: 'yesterday' }, 'from'],
  [{ type: 'order created' }, 'type'],
  [{ order: ' ' }, 'order'],
  [{ order: 'a\u0000b' }, 'order'],
  [{ from: '0000-01-01T00:00:00Z' }, 'from'],
  [{ status: 'broken' }, 'status'],
  [{ handler: 'Forward!' }, 'handler'],
  [{ failure: '' }, 'failure'],
  [{ ids: 'abc' }, 'ids'],
])('%o is refused by the name of the parameter', (query, parameter) => {
  const result = eventsQuerySchema.safeParse(query)
  expect(result.error?.issues[0]?.path[0]).toBe(parameter)
})
