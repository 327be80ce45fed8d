import type { HeaderList, Provider } from '@/lib/providers/provider'

/** Headers that carry credentials whoever sends them; a proxy may add some of them on the way. */
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-api-key'])

export const MASK = '••••••••'

export interface MaskedHeaders {
  headers: HeaderList
  /** A keyed fingerprint of each presented secret, by header name: another secret can be checked against it later. */
  fingerprints: Record<string, string> | null
}

/** The headers as they may be stored: the values that carry a secret replaced, order and repeats as they came. */
export function maskHeaders(
  headers: HeaderList,
  provider: Provider,
  fingerprint: (value: string) => string,
): MaskedHeaders {
  const presented = provider.presentedSecrets(headers)
  const secretNames = new Set(presented.map((entry) => entry.header.toLowerCase()))
  let fingerprints: Record<string, string> | null = null
  for (const { header, secret } of presented) {
    fingerprints ??= {}
    fingerprints[header.toLowerCase()] = fingerprint(secret)
  }
  return {
    fingerprints,
    headers: headers.map(([name, value]) => {
      const lower = name.toLowerCase()
      return secretNames.has(lower) || SECRET_HEADERS.has(lower) ? [name, maskValue(value)] : [name, value]
    }),
  }
}

/** Keeps an authorisation scheme that is one word of letters, so that a person sees how the key was sent. */
function maskValue(value: string): string {
  const scheme = /^(Bearer|Basic|Digest|Token)\s/i.exec(value)
  return scheme ? `${scheme[1]} ${MASK}` : MASK
}
