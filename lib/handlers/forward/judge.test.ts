import { expect, it } from 'vitest'
import { PermanentError, RetryAfterError } from '../errors'
import { judge } from './judge'

const NOW = new Date('2026-11-21T09:00:00Z')

function judged(status: number, headers: [string, string][] = []): unknown {
  try {
    return judge({ status, headers, body: new Uint8Array(), truncated: false }, 34, NOW)
  } catch (error) {
    return error
  }
}

it.each([200, 201, 204, 299])('takes %i for success', (status) => {
  expect(judged(status)).toBe(`${status} in 34 ms`)
})

it.each([199, 400, 404, 500, 502, 599])('takes %i for a failure that may be tried again', (status) => {
  const error = judged(status)
  expect(error).toEqual(new Error(`The destination answered ${status}.`))
  expect(error).not.toBeInstanceOf(PermanentError)
})

it('takes 410 for a failure for good', () => {
  expect(judged(410)).toBeInstanceOf(PermanentError)
})

it.each([429, 503])('obeys Retry-After at %i', (status) => {
  const error = judged(status, [['Retry-After', '30']])
  expect(error).toBeInstanceOf(RetryAfterError)
  expect(error).toMatchObject({
    retryAfterMs: 30_000,
    message: `The destination answered ${status} and asks to wait 30 s.`,
  })
  const byDate = judged(status, [['retry-after', 'Sat, 21 Nov 2026 09:02:00 GMT']])
  expect(byDate).toMatchObject({ retryAfterMs: 120_000 })
  expect(judged(status)).not.toBeInstanceOf(RetryAfterError)
  expect(judged(status, [['Retry-After', '0']])).not.toBeInstanceOf(RetryAfterError)
})

it('leaves Retry-After of any other answer alone', () => {
  expect(judged(500, [['Retry-After', '30']])).toEqual(new Error('The destination answered 500.'))
})

it.each([301, 302, 303, 307, 308])('names where %i would lead and says that it is not followed', (status) => {
  const error = judged(status, [['Location', 'https://elsewhere.example/']])
  expect(error).toMatchObject({ message: expect.stringContaining('https://elsewhere.example/') })
  expect(error).toMatchObject({ message: expect.stringContaining('redirects are not followed') })
})
