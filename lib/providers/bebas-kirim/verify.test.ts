import { describe, expect, it } from 'vitest'
import type { HeaderList, Secret } from '../provider'
import { presentedSecrets } from './presented-key'
import { verify } from './verify'

const SECRET = { id: 's1', value: 'bk_live_123' }
const OTHER = { id: 's2', value: 'bk_live_456' }

function check(authorization: string | null, secrets: Secret[] = [SECRET]) {
  const headers: HeaderList = authorization === null ? [] : [['Authorization', authorization]]
  return verify({ headers, body: new Uint8Array(), secrets, now: new Date(0), toleranceSeconds: 300 })
}

describe('a good key', () => {
  it('is authenticated, which is less than verified', () => {
    expect(check('bk_live_123')).toEqual({
      verdict: 'authenticated',
      reason: null,
      detail: { secretId: 's1', secretsTried: 1 },
    })
  })

  it.each(['Bearer bk_live_123', 'bearer bk_live_123', 'BEARER   bk_live_123', ' Bearer\tbk_live_123 '])(
    'may follow a scheme, which is said: %j',
    (value) => {
      const result = check(value)
      expect(result).toMatchObject({ verdict: 'authenticated', detail: { secretId: 's1' } })
      expect(result.detail.note).toMatch(/scheme Bearer/)
      expect(result.detail.note).not.toContain('bk_live')
    },
  )

  it('may itself begin with the word Bearer', () => {
    const secrets = [{ id: 's3', value: 'Bearer abc' }]
    expect(check('Bearer abc', secrets)).toEqual({
      verdict: 'authenticated',
      reason: null,
      detail: { secretId: 's3', secretsTried: 1 },
    })
    expect(check('bearer Bearer abc', secrets).verdict).toBe('authenticated')
  })

  it('is any of several, and all count as tried', () => {
    expect(check('bk_live_456', [SECRET, OTHER]).detail).toEqual({ secretId: 's2', secretsTried: 2 })
    expect(check('bk_live_123', [SECRET, OTHER]).detail).toEqual({ secretId: 's1', secretsTried: 2 })
  })

  it('is found whatever the case of the header, and where its secret was saved with space around it', () => {
    const headers: HeaderList = [['AUTHORIZATION', 'bk_live_123']]
    const secrets = [{ id: 's1', value: ' bk_live_123\n' }]
    expect(verify({ headers, body: new Uint8Array(), secrets, now: new Date(0), toleranceSeconds: 0 }).verdict).toBe(
      'authenticated',
    )
  })
})

describe('a bad key', () => {
  it.each([
    ['no header', null, 'missing_key'],
    ['an empty header', '', 'missing_key'],
    ['a blank header', ' \t', 'missing_key'],
    ['only a scheme', 'Bearer ', 'missing_key'],
    ['another key', 'bk_live_456', 'key_mismatch'],
    ['another case', 'BK_LIVE_123', 'key_mismatch'],
    ['a part of the key', 'bk_live_12', 'key_mismatch'],
    ['more than the key', 'bk_live_1234', 'key_mismatch'],
    ['another scheme', 'Basic bk_live_123', 'key_mismatch'],
    ['the scheme without a space', 'Bearerbk_live_123', 'key_mismatch'],
    ['a very long key', 'x'.repeat(100_000), 'key_mismatch'],
  ])('with %s is rejected', (_, value, reason) => {
    expect(check(value)).toMatchObject({ verdict: 'rejected', reason })
  })

  it('is one that came twice', () => {
    const header = ['Authorization', 'bk_live_123'] as const
    const input = { body: new Uint8Array(), secrets: [SECRET], now: new Date(0), toleranceSeconds: 300 }
    expect(verify({ headers: [header, header], ...input }).reason).toBe('key_mismatch')
  })
})

describe('without a secret', () => {
  it.each([[[]], [[{ id: 'blank', value: ' ' }]]])('a delivery is unchecked (%j)', (secrets) => {
    expect(check('bk_live_123', secrets)).toEqual({ verdict: 'unchecked', reason: 'no_secret', detail: {} })
    expect(check('', secrets).verdict).toBe('unchecked')
  })
})

describe('the secrets that headers present', () => {
  it.each([
    [[['Authorization', 'bk_live_123']], ['bk_live_123']],
    [[['AUTHORIZATION', ' bearer  bk_live_123 ']], ['bk_live_123']],
    [
      [
        ['authorization', 'one'],
        ['Host', 'x'],
        ['Authorization', 'Bearer two'],
      ],
      ['one', 'two'],
    ],
    [
      [
        ['Authorization', ''],
        ['X-Authorization', 'no'],
      ],
      [],
    ],
  ] as [HeaderList, string[]][])('in %j are %j', (headers, secrets) => {
    expect(presentedSecrets(headers)).toEqual(secrets.map((secret) => ({ header: 'authorization', secret })))
  })
})
