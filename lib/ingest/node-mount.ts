import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '@/lib/env'
import { clientAddress } from './client-address'
import { type Ingest, ingest } from './ingest'
import { readNodeBody } from './read-body'
import { parseWebhookPath, type WebhookRequest } from './request'

/** Takes a request to an ingestion route and answers it; false where the path is not one. */
export function handleNodeRequest(request: IncomingMessage, response: ServerResponse, to: Ingest = ingest()): boolean {
  const path = request.url ?? '/'
  const target = parseWebhookPath(path)
  if (!target) return false
  void answer(new NodeWebhookRequest(request, path, target), response, to)
  return true
}

async function answer(request: WebhookRequest, response: ServerResponse, to: Ingest): Promise<void> {
  const { status, headers, body } = await to.handle(request)
  if (response.destroyed) return
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/** A class, because closures made anew for every request are measurably dearer. */
class NodeWebhookRequest implements WebhookRequest {
  readonly method: string
  readonly providerId: string
  readonly slug: string
  readonly headers: [string, string][] = []
  readonly remoteAddress: string | null
  readonly receivedAt = new Date()

  constructor(
    private readonly request: IncomingMessage,
    readonly path: string,
    target: { providerId: string; slug: string },
  ) {
    this.method = request.method ?? ''
    this.providerId = target.providerId
    this.slug = target.slug
    const raw = request.rawHeaders
    for (let index = 0; index + 1 < raw.length; index += 2) this.headers.push([raw[index] ?? '', raw[index + 1] ?? ''])
    const { JEJAK_TRUST_PROXY } = env()
    this.remoteAddress = clientAddress(
      request.socket.remoteAddress,
      () => request.headers['x-forwarded-for'],
      JEJAK_TRUST_PROXY,
    )
  }

  readBody(limitBytes: number, keepBytes: number) {
    return readNodeBody(this.request, limitBytes, keepBytes)
  }
}
