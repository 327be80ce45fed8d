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
  void answer(toWebhookRequest(request, path, target), response, to)
  return true
}

async function answer(request: WebhookRequest, response: ServerResponse, to: Ingest): Promise<void> {
  const { status, headers, body } = await to.handle(request)
  if (response.destroyed) return
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

function toWebhookRequest(
  request: IncomingMessage,
  path: string,
  target: { providerId: string; slug: string },
): WebhookRequest {
  const headers: [string, string][] = []
  const raw = request.rawHeaders
  for (let index = 0; index + 1 < raw.length; index += 2) headers.push([raw[index] ?? '', raw[index + 1] ?? ''])
  const { JEJAK_TRUST_PROXY } = env()
  return {
    ...target,
    method: request.method ?? '',
    path,
    headers,
    remoteAddress: clientAddress(
      request.socket.remoteAddress,
      () => request.headers['x-forwarded-for'],
      JEJAK_TRUST_PROXY,
    ),
    receivedAt: new Date(),
    readBody: (limitBytes, keepBytes) => readNodeBody(request, limitBytes, keepBytes),
  }
}
