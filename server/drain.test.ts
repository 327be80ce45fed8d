import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDrain } from './drain'

let server: Server
let drain: (deadlineMs: number) => Promise<void>

beforeEach(async () => {
  server = createServer()
  drain = createDrain(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterEach(() => void server.close())

function send(bytes: string) {
  const address = server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(bytes)
  return socket
}

it('cuts off at the deadline a connection that was upgraded and abandoned', async () => {
  server.on('upgrade', () => undefined)
  const socket = send('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n')
  await once(server, 'upgrade')
  const closed = once(socket, 'close')
  await drain(50)
  await closed
})

it('cuts off at the deadline a request that gets no answer', async () => {
  const socket = send('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(server, 'request')
  const closed = once(socket, 'close')
  await drain(50)
  await closed
})

it('lets a request in hand finish, and waits no longer than for that', async () => {
  const socket = send('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  const answer = text(socket)
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse]
  const drained = drain(60_000)
  response.end('the answer')
  await drained
  expect(await answer).toContain('the answer')
})
