import type { IncomingMessage, ServerResponse } from 'node:http'
import { health } from '@/lib/health/health'
import { ready } from '@/lib/health/ready'

const ANSWERS: Record<string, () => Response | Promise<Response>> = {
  '/api/health': health,
  '/api/ready': ready,
}

/** Answers the two health addresses without waiting for Next; false where the request is for something else. */
export function answerHealth(request: IncomingMessage, response: ServerResponse): boolean {
  const answer = ANSWERS[request.url?.split('?', 1)[0] ?? '']
  if (!answer || (request.method !== 'GET' && request.method !== 'HEAD')) return false
  void send(answer(), response)
  return true
}

async function send(answer: Response | Promise<Response>, response: ServerResponse) {
  const resolved = await answer
  const body = Buffer.from(await resolved.arrayBuffer())
  response
    .writeHead(resolved.status, { ...Object.fromEntries(resolved.headers), 'content-length': body.length })
    .end(body)
}
