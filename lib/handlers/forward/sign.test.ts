import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { messageId, sign } from './sign'

const KEY = Buffer.from('a key of thirty-two bytes, or so.')
const SECRET = `whsec_${KEY.toString('base64')}`

it('is taken by a receiver of Standard Webhooks', () => {
  const body = Buffer.from('{"name":"Ayu ☕",\r\n "total": 1.50}')
  const headers = Object.fromEntries(sign({ messageId: 'msg_1', body, now: new Date() }, SECRET))
  expect(new Webhook(SECRET).verify(body, headers)).toEqual({ name: 'Ayu ☕', total: 1.5 })
  expect(() => new Webhook(SECRET).verify(Buffer.from(`${body} `), headers)).toThrow()
  expect(() => new Webhook(`whsec_${Buffer.from('another').toString('base64')}`).verify(body, headers)).toThrow()
})

it('covers bytes that are no text', () => {
  const body = Uint8Array.of(0, 255, 254, 128, 10)
  const now = new Date('2026-11-21T09:00:00.999Z')
  const expected = createHmac('sha256', KEY).update(Buffer.concat([Buffer.from('msg_1.1795251600.'), body]))
  expect(sign({ messageId: 'msg_1', body, now }, SECRET)).toEqual([
    ['webhook-id', 'msg_1'],
    ['webhook-timestamp', '1795251600'],
    ['webhook-signature', `v1,${expected.digest('base64')}`],
  ])
})

it('gives equal work an equal id, which never holds a full stop', () => {
  expect(messageId('019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11')).toBe('msg_019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11')
  expect(messageId('a.b:c')).toBe(messageId('a.b:c'))
  expect(messageId('a.b:c')).toMatch(/^msg_[0-9a-f]{64}$/)
  expect(messageId('a.b:c')).not.toBe(messageId('a.b:d'))
})
