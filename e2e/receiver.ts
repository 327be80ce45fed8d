import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

export interface ReceivedRequest {
  headers: IncomingHttpHeaders
  body: Buffer
}

/** The other side of a destination: a real HTTP server that keeps what it gets and answers as it is told to. */
export interface Receiver extends AsyncDisposable {
  url: string
  received: ReceivedRequest[]
  answer: { status: number; body: string }
}

export async function startReceiver(answer: Receiver['answer']): Promise<Receiver> {
  const received: ReceivedRequest[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push({ headers: request.headers, body: Buffer.concat(chunks) })
    response.writeHead(receiver.answer.status, { 'content-type': 'application/json' }).end(receiver.answer.body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  const receiver: Receiver = {
    url: `http://127.0.0.1:${address.port}/webhooks`,
    received,
    answer,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return receiver
}
