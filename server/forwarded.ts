import type { IncomingMessage } from 'node:http'

/**
 * Makes the forwarding headers that pages go by trustworthy: without a proxy of the user's own they come from strangers,
 * so they are taken away, and the address is that of the connection.
 */
export function settleForwarded(request: IncomingMessage, trustProxy: boolean) {
  if (trustProxy) return
  delete request.headers['x-forwarded-host']
  delete request.headers['x-forwarded-proto']
  delete request.headers['x-forwarded-port']
  delete request.headers.forwarded
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown'
}
