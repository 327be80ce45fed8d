import type { IncomingMessage } from 'node:http'
import { REQUESTED_PATH_HEADER } from './requested-path'

/**
 * Makes the headers that pages and routes go by trustworthy, before Next takes a request: the path asked for, which they
 * cannot see for themselves, and the address and host it came to. Whatever the client claims about them is overwritten or
 * taken away; what a proxy of one's own says about the last two stays (`trustProxy`).
 */
export function prepareRequest(request: IncomingMessage, trustProxy: boolean): void {
  request.headers[REQUESTED_PATH_HEADER] = request.url ?? '/'
  if (trustProxy) return
  for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'x-forwarded-for']) {
    delete request.headers[name]
  }
  const address = request.socket.remoteAddress
  if (address !== undefined) request.headers['x-forwarded-for'] = address
}
