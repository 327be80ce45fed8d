/**
 * The address that a request came from: the last entry of X-Forwarded-For, which is the one written by whoever stands
 * directly before us. Jejak's own server overwrites the header with the connection's address unless
 * JEJAK_TRUST_PROXY is set. `unknown` where the header is absent.
 */
export function remoteAddress(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return last ? last.slice(0, 64) : 'unknown'
}
