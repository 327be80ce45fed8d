import { createServer, type Server } from 'node:http'
import { Webhook } from 'standardwebhooks'

/** Takes what Jejak forwards: `work` is called once per event, with the bytes as the provider sent them. */
export function createReceiver(secret: string, work: (type: string, body: Buffer) => Promise<void>): Server {
  const webhook = new Webhook(secret)
  // For good, a unique column, written in the transaction that does the work.
  const done = new Set<string>()

  return createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    try {
      webhook.verify(body, headers, { jsonParse: false })
    } catch {
      response.writeHead(401).end('The signature does not hold.')
      return
    }
    const id = headers['webhook-id'] ?? ''
    try {
      if (!done.has(id)) await work(headers['jejak-event-type'] ?? '', body)
      done.add(id)
      response.writeHead(204).end()
    } catch {
      response.writeHead(500).end('Try again later.')
    }
  })
}
