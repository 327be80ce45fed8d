import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerClientError, noteResponse } from './client-error'

let server: Server

beforeEach(async () => {
  const limits = { maxHeaderSize: 1_024, headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 }
  server = createServer(limits, (request, response) => {
    noteResponse(request, response)
    if (request.url === '/partly') response.writeHead(200, { 'content-length': 100 }).write('the beginning')
  })
  server.on('clientError', answerClientError)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterEach(() => void server.close())

async function send(bytes: string): Promise<string> {
  const address = server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}

it.each([
  ['what is not HTTP', 'GARBAGE\r\n\r\n', 400, 'invalid_request'],
  ['too many headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(2_000)}\r\n\r\n`, 431, 'headers_too_large'],
  ['headers that do not come to an end', 'GET / HTTP/1.1\r\nHost: x\r\n', 408, 'request_timeout'],
  ['a body that does not come', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc', 408, 'request_timeout'],
])('answers %s with a problem document and closes', async (_what, bytes, status, code) => {
  const [head = '', body = ''] = (await send(bytes)).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toContain('Content-Type: application/problem+json')
  expect(head).toContain('Connection: close')
  expect(JSON.parse(body)).toMatchObject({ type: `/problems/${code}`, status })
})

it('writes nothing into an answer that has begun', async () => {
  const answer = await send('POST /partly HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc')
  expect(answer.endsWith('the beginning')).toBe(true)
})
