import { env } from '@/lib/env'
import { clientAddress } from './client-address'
import { ingest } from './ingest'
import { readWebBody } from './read-body'
import { parseWebhookPath } from './request'

/**
 * The same ingestion for a host that speaks web requests, such as a Next route handler. Such a host has already
 * sorted the headers, joined repeated ones and keeps the peer's address to itself: the record can hold no more than it gives.
 */
export async function handleWebRequest(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const path = url.pathname + url.search
  const { status, headers, body } = await ingest().handle({
    ...(parseWebhookPath(path) ?? { providerId: '', slug: '' }),
    method: request.method,
    path,
    headers: [...request.headers],
    remoteAddress: clientAddress(undefined, () => request.headers.get('x-forwarded-for'), env().JEJAK_TRUST_PROXY),
    receivedAt: new Date(),
    readBody: (limitBytes, keepBytes) => readWebBody(request, limitBytes, keepBytes),
  })
  return new Response(request.method === 'HEAD' ? null : body, {
    status,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
  })
}
