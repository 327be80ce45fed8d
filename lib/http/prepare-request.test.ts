import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { prepareRequest } from './prepare-request'
import { remoteAddress } from './remote-address'

function prepared(headers: Record<string, string>, trustProxy: boolean): Headers {
  const request = {
    url: '/events?type=a',
    headers,
    socket: { remoteAddress: '192.0.2.7' },
  } as unknown as IncomingMessage
  prepareRequest(request, trustProxy)
  return new Headers(request.headers as Record<string, string>)
}

it('takes the address from the connection, whatever the client claims', () => {
  expect(remoteAddress(prepared({ 'x-forwarded-for': '10.0.0.1' }, false))).toBe('192.0.2.7')
})

it('takes the address from the proxy where one is trusted, and its entry alone', () => {
  expect(remoteAddress(prepared({ 'x-forwarded-for': '10.0.0.1, 203.0.113.9' }, true))).toBe('203.0.113.9')
})

it('tells pages the path asked for, whatever the client claims', () => {
  expect(prepared({ 'x-jejak-path': '//evil.test' }, false).get('x-jejak-path')).toBe('/events?type=a')
})

it('takes away what a client claims about the host it came to, and keeps what a trusted proxy says', () => {
  const claims = { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https', forwarded: 'host=evil.test' }
  expect([...prepared({ ...claims }, false).keys()]).toEqual(['x-forwarded-for', 'x-jejak-path'])
  expect(prepared({ ...claims }, true).get('x-forwarded-proto')).toBe('https')
})
