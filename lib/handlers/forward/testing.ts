import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import type { HandlerEvent } from '../handler'

export interface ReceivedRequest {
  headers: IncomingHttpHeaders
  rawHeaders: string[]
  body: Buffer
}

export interface Receiver {
  url: string
  port: number
  received: ReceivedRequest[]
  /** How many connections were made. */
  connections(): number
  close(): Promise<void>
}

type Answering = (response: ServerResponse, request: IncomingMessage) => void

/** A real HTTP server on 127.0.0.1 that keeps what it got; it ends after the test. */
export async function startReceiver(answer: Answering = (response) => response.end('ok')): Promise<Receiver> {
  const received: ReceivedRequest[] = []
  let connections = 0
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    received.push({ headers: request.headers, rawHeaders: request.rawHeaders, body: Buffer.concat(parts) })
    answer(response, request)
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const receiver = {
    ...{ url: `http://127.0.0.1:${port}/hook`, port, received, connections: () => connections },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  open.push(receiver)
  return receiver
}

const open: { close(): unknown }[] = []

/** Closes something after the test. */
export function closeLater<T extends { close(): unknown }>(what: T): T {
  open.push(what)
  return what
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** An event as the worker hands it to the handler. */
export function testEvent(parts: Partial<HandlerEvent> = {}): HandlerEvent {
  return {
    id: '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11',
    provider: 'toko',
    type: 'order.created',
    source: { id: '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12', slug: 'default', name: 'Toko' },
    verdict: 'verified',
    occurredAt: new Date('2026-11-21T09:00:00Z'),
    receivedAt: new Date('2026-11-21T09:00:01Z'),
    subject: null,
    identifiers: [],
    headers: [['Content-Type', 'application/json; charset=utf-8']],
    body: Buffer.from('{"order": 1001,\n  "name":"Ayu ☕"}'),
    edited: false,
    ...parts,
  }
}
