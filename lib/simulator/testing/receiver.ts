import { createServer } from 'node:http'
import type { HeaderList } from '@/lib/providers/provider'

export interface Received {
  path: string
  headers: HeaderList
  body: Buffer
}

/** A real HTTP server that keeps what it gets and answers as told. For tests. */
export async function startReceiver(answer: (received: Received) => { status: number; body: unknown }) {
  const received: Received[] = []
  const sockets = new Set<unknown>()
  const server = createServer(async (request, response) => {
    sockets.add(request.socket)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { rawHeaders } = request
    const headers = rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
    )
    const delivery = { path: request.url ?? '', headers, body: Buffer.concat(chunks) }
    received.push(delivery)
    const { status, body } = answer(delivery)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    connections: () => sockets.size,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
