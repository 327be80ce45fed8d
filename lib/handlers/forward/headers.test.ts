import { expect, it } from 'vitest'
import { MASK } from '@/lib/ingest/mask'
import { forwardHeaders } from './headers'
import { testEvent } from './testing'

const PLAIN = { headers: {}, forwardHeaders: [] }
const asObject = (pairs: [string, string][]) => Object.fromEntries(pairs)

it('tell what the event is', () => {
  expect(asObject(forwardHeaders(PLAIN, testEvent(), 3))).toEqual({
    'user-agent': 'Jejak',
    'content-type': 'application/json; charset=utf-8',
    'jejak-event-id': '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11',
    'jejak-event-type': 'order.created',
    'jejak-provider': 'toko',
    'jejak-verdict': 'verified',
    'jejak-attempt': '3',
  })
})

it('say so where a person changed the body, which then has no content coding', () => {
  const headers: [string, string][] = [['Content-Encoding', 'gzip']]
  expect(asObject(forwardHeaders(PLAIN, testEvent({ headers }), 1))).toMatchObject({ 'content-encoding': 'gzip' })
  const edited = asObject(forwardHeaders(PLAIN, testEvent({ headers, edited: true }), 1))
  expect(edited).toMatchObject({ 'jejak-edited': 'true', 'content-type': 'application/json' })
  expect(edited).not.toHaveProperty('content-encoding')
})

it('pass on those of the delivery that are asked for, but none that is masked', () => {
  const event = testEvent({
    headers: [
      ['X-Trace', 'one'],
      ['x-trace', 'two'],
      ['X-Api-Key', MASK],
      ['Authorization', `Bearer ${MASK}`],
      ['X-Other', 'not asked for'],
    ],
  })
  const asked = forwardHeaders(
    { headers: {}, forwardHeaders: ['x-TRACE', 'X-Api-Key', 'Authorization', 'X-None'] },
    event,
    1,
  )
  expect(asked.filter(([name]) => name.startsWith('x-') || name === 'authorization')).toEqual([
    ['x-trace', 'one'],
    ['x-trace', 'two'],
  ])
})

it('let the destination’s own win over the delivery’s, never over what Jejak says', () => {
  const event = testEvent({
    headers: [
      ['X-Shop', 'theirs'],
      ['Content-Type', 'text/plain'],
    ],
  })
  const own = { 'X-Shop': 'mine', 'Content-Type': 'application/xml', 'Jejak-Attempt': '99' }
  const headers = forwardHeaders({ headers: own, forwardHeaders: ['X-Shop'] }, event, 1)
  expect(headers.filter(([name]) => /x-shop|content-type|jejak-attempt/i.test(name))).toEqual([
    ['Content-Type', 'application/xml'],
    ['X-Shop', 'mine'],
    ['jejak-attempt', '1'],
  ])
})

it('can be sent whatever the event type holds', () => {
  const type = 'pesanan/☕\r\nX-Evil: 1\ud800'
  const said = asObject(forwardHeaders(PLAIN, testEvent({ type }), 1))['jejak-event-type']
  expect(said).toBe('pesanan/%E2%98%95%0D%0AX-Evil: 1%EF%BF%BD')
})
