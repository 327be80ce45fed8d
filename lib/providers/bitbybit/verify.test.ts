import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { HeaderList, VerifyInput } from '../provider'
import { verify } from './verify'

const HEADER = 'X-BitByBit-Webhook-Signature'
const NOW_SECONDS = 1_700_000_000
const BODY = new TextEncoder().encode('{"id":"cust_abc123"}')
// HMAC-SHA256("whsec_test", '1700000000.{"id":"cust_abc123"}'), computed with Python's hmac.
const KNOWN = 'a4be89abc908353a3c56d0c3761d792df1f1147f527edbe0e7bb36dddd389f0c'
const SECRET = { id: 's1', value: 'whsec_test' }
const OTHER = { id: 's2', value: 'whsec_other' }

const digest = (time: string | number, secret = SECRET.value, body: Uint8Array = BODY) =>
  createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex')
const signed = (time: string | number) => `t=${time},v1=${digest(time)}`

function check(signature: string | null, changes: Partial<VerifyInput> = {}) {
  const headers: HeaderList = signature === null ? [] : [[HEADER, signature]]
  const now = new Date(NOW_SECONDS * 1000)
  return verify({ headers, body: BODY, secrets: [SECRET], now, toleranceSeconds: 300, ...changes })
}

describe('a good signature', () => {
  it('is verified and tells which secret made it and how old it is', () => {
    expect(check(`t=${NOW_SECONDS},v1=${KNOWN}`)).toEqual({
      verdict: 'verified',
      reason: null,
      detail: { secretId: 's1', secretsTried: 1, skewSeconds: 0, toleranceSeconds: 300 },
    })
  })

  it.each([
    ['upper case hex', `t=${NOW_SECONDS},v1=${KNOWN.toUpperCase()}`],
    ['spaces around the parts', ` t=${NOW_SECONDS} , v1=${KNOWN} `],
    ['the parts the other way round', `v1=${KNOWN},t=${NOW_SECONDS}`],
    ['a second v1 of another secret after it', `t=${NOW_SECONDS},v1=${KNOWN},v1=${'0'.repeat(64)}`],
    ['a second v1 of another secret before it', `t=${NOW_SECONDS},v1=${'0'.repeat(64)},v1=${KNOWN}`],
    ['a v1 of another form beside it', `t=${NOW_SECONDS},v1=short,v1=${KNOWN}`],
    ['an unknown scheme beside it', `t=${NOW_SECONDS},v0=abc,v1=${KNOWN},v2=`],
  ])('is verified with %s', (_, signature) => {
    expect(check(signature).verdict).toBe('verified')
  })

  it('is verified whatever the case of the header', () => {
    expect(check(null, { headers: [[HEADER.toUpperCase(), signed(NOW_SECONDS)]] }).verdict).toBe('verified')
  })

  it('is verified by whichever of several secrets made it, and all count as tried', () => {
    for (const secrets of [
      [SECRET, OTHER],
      [OTHER, SECRET],
    ]) {
      expect(check(signed(NOW_SECONDS), { secrets })).toMatchObject({
        verdict: 'verified',
        detail: { secretId: 's1', secretsTried: 2 },
      })
    }
  })

  it('is verified over bytes that are not text', () => {
    const body = Uint8Array.of(0, 255, 128, 0xed, 0xa0, 0x80)
    const signature = `t=${NOW_SECONDS},v1=${digest(NOW_SECONDS, SECRET.value, body)}`
    expect(check(signature, { body }).verdict).toBe('verified')
  })
})

describe('time', () => {
  it.each([
    [300, 'verified', null],
    [301, 'rejected', 'timestamp_too_old'],
    [-300, 'verified', null],
    [-301, 'rejected', 'timestamp_in_future'],
    [NOW_SECONDS, 'rejected', 'timestamp_too_old'],
  ])('a genuine signature %i seconds old is %s (%s)', (age, verdict, reason) => {
    const result = check(signed(NOW_SECONDS - age))
    expect(result).toMatchObject({
      verdict,
      reason,
      detail: { skewSeconds: age, toleranceSeconds: 300, secretId: 's1' },
    })
  })

  it('is measured against the tolerance given', () => {
    expect(check(signed(NOW_SECONDS - 10), { toleranceSeconds: 9 }).reason).toBe('timestamp_too_old')
    expect(check(signed(NOW_SECONDS - 10), { toleranceSeconds: 10 }).reason).toBeNull()
  })

  it('never passes where our own clock gives no time', () => {
    expect(check(signed(NOW_SECONDS), { now: new Date(Number.NaN) }).verdict).toBe('rejected')
  })

  it('does not hide that a signature is wrong, and is told all the same', () => {
    const result = check(`t=${NOW_SECONDS - 4000},v1=${'0'.repeat(64)}`)
    expect(result).toMatchObject({ reason: 'signature_mismatch', detail: { skewSeconds: 4000 } })
    expect(result.detail.secretId).toBeUndefined()
  })
})

describe('a bad signature', () => {
  it.each([
    ['no header', null, 'missing_signature'],
    ['an empty header', '', 'missing_signature'],
    ['a blank header', '  ', 'missing_signature'],
    ['garbage', 'hello', 'malformed_signature'],
    ['only commas', ',,', 'malformed_signature'],
    ['no time', `v1=${KNOWN}`, 'malformed_signature'],
    ['an empty time', `t=,v1=${KNOWN}`, 'malformed_signature'],
    ['a negative time', `t=-1,v1=${KNOWN}`, 'malformed_signature'],
    ['a time of 13 digits', `t=1700000000000,v1=${KNOWN}`, 'malformed_signature'],
    ['a time with a fraction', `t=1700000000.5,v1=${KNOWN}`, 'malformed_signature'],
    ['two times', `t=${NOW_SECONDS},t=${NOW_SECONDS},v1=${KNOWN}`, 'malformed_signature'],
    ['no v1', `t=${NOW_SECONDS}`, 'malformed_signature'],
    ['a v1 that is cut short', `t=${NOW_SECONDS},v1=${KNOWN.slice(1)}`, 'malformed_signature'],
    ['a v1 that is no hex', `t=${NOW_SECONDS},v1=${'z'.repeat(64)}`, 'malformed_signature'],
    ['a trailing comma', `t=${NOW_SECONDS},v1=${KNOWN},`, 'malformed_signature'],
    ['the right digest in another scheme', `t=${NOW_SECONDS},v0=${KNOWN}`, 'malformed_signature'],
    ['another digest', `t=${NOW_SECONDS},v1=${'0'.repeat(64)}`, 'signature_mismatch'],
    ['a digest for another time', `t=${NOW_SECONDS + 1},v1=${KNOWN}`, 'signature_mismatch'],
    ['the same time with a leading zero', `t=0${NOW_SECONDS},v1=${KNOWN}`, 'signature_mismatch'],
  ])('with %s is rejected', (_, signature, reason) => {
    expect(check(signature)).toMatchObject({ verdict: 'rejected', reason })
  })

  it('is malformed where the header came twice', () => {
    const header = [HEADER, signed(NOW_SECONDS)] as const
    expect(check(null, { headers: [header, header] }).reason).toBe('malformed_signature')
  })

  it('does not fit a body that was encoded again', () => {
    expect(check(signed(NOW_SECONDS), { body: new TextEncoder().encode('{"id": "cust_abc123"}') }).reason).toBe(
      'signature_mismatch',
    )
  })

  it('says in words what is malformed, without repeating what came', () => {
    const { detail } = check('t=abcdef,v1=deadbeef')
    expect(detail.note).toMatch(/^Expected t=<unix seconds>,v1=.*t is not a number/)
    expect(detail.note).not.toContain('deadbeef')
  })
})

describe('without a secret', () => {
  it.each([[[]], [[{ id: 'blank', value: '' }]]])('a delivery is unchecked, and the skew is told (%j)', (secrets) => {
    const result = check(signed(NOW_SECONDS - 7), { secrets })
    expect(result).toEqual({
      verdict: 'unchecked',
      reason: 'no_secret',
      detail: { skewSeconds: 7, toleranceSeconds: 300 },
    })
  })

  it('a delivery without a signature is unchecked as well', () => {
    expect(check(null, { secrets: [] })).toEqual({ verdict: 'unchecked', reason: 'no_secret', detail: {} })
  })

  it('an empty secret beside a real one proves nothing', () => {
    const forged = `t=${NOW_SECONDS},v1=${digest(NOW_SECONDS, '')}`
    expect(check(forged, { secrets: [{ id: 'blank', value: '' }, SECRET] }).reason).toBe('signature_mismatch')
  })
})
