import { expect, it } from 'vitest'
import { MASK } from '@/lib/ingest/mask'
import { keptExchange } from './keep'

const url = 'https://shop.example/hook'
const own = { 'X-Shop-Id': 'quiet-"river"-77', Authorization: 'Bearer tall-mountain-88' }
const response = (body: string | Uint8Array, headers: [string, string][] = [], truncated = false) => ({
  ...{ status: 200, headers, truncated },
  body: typeof body === 'string' ? Buffer.from(body) : body,
})

it('masks the destination’s own headers and leaves the signature', () => {
  const { request } = keptExchange(
    { url, headers: own },
    [...Object.entries(own), ['webhook-signature', 'v1,abc'], ['content-type', 'application/json']],
    null,
  )
  expect(request).toEqual({
    method: 'POST',
    url,
    headers: [
      ['X-Shop-Id', MASK],
      ['Authorization', `Bearer ${MASK}`],
      ['webhook-signature', 'v1,abc'],
      ['content-type', 'application/json'],
    ],
  })
})

it('masks what the answer calls a credential', () => {
  const headers: [string, string][] = [
    ['Set-Cookie', 'session=abc'],
    ['X-Auth-Token', 'abc'],
    ['Server', 'x'],
  ]
  expect(keptExchange({ url, headers: {} }, [], response('', headers)).response?.headers).toEqual([
    ['Set-Cookie', MASK],
    ['X-Auth-Token', MASK],
    ['Server', 'x'],
  ])
})

it('masks its own headers’ values where the answer repeats them', () => {
  const echo = JSON.stringify({ got: own, bare: 'tall-mountain-88', name: 'Ayu ☕' })
  const { response: kept } = keptExchange({ url, headers: own }, [], response(echo, [['X-Echo', own['X-Shop-Id']]]))
  expect(kept?.headers).toEqual([['X-Echo', MASK]])
  expect(JSON.parse(Buffer.from(kept?.body ?? []).toString())).toEqual({
    got: { 'X-Shop-Id': MASK, Authorization: MASK },
    bare: MASK,
    name: 'Ayu ☕',
  })
})

it('masks a value that the end of what is kept cuts in two', () => {
  const body = `${'x'.repeat(100)}tall-mountai`
  const { response: kept } = keptExchange({ url, headers: own }, [], response(body, [], true))
  expect(Buffer.from(kept?.body ?? []).toString()).toBe('x'.repeat(100) + MASK)
})

it('keeps bytes that are no text as they are', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
  const { response: kept } = keptExchange({ url, headers: own }, [], response(bytes))
  expect([...(kept?.body ?? [])]).toEqual([...bytes])
})
