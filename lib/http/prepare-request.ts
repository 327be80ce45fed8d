import type { IncomingMessage } from 'node:http'
import { REQUESTED_PATH_HEADER } from './requested-path'

/**
 * Writes into a request, before Next takes it, what pages and routes cannot see for themselves: the path asked for, and the
 * address it came from. Whatever the client claims about either is overwritten, the address only where no proxy of ours
 * stands in front (`trustProxy`).
 */
export function prepareRequest(request: IncomingMessage, trustProxy: boolean): void {
  request.headers[REQUESTED_PATH_HEADER] = request.url ?? '/'
  if (trustProxy) return
  const address = request.socket.remoteAddress
  if (address === undefined) delete request.headers['x-forwarded-for']
  else request.headers['x-forwarded-for'] = address
}
