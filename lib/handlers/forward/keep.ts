import type { LoadedDestination } from '@/lib/destinations/load'
import { MASK, maskHeaders, SHORTEST_SECRET } from '@/lib/ingest/mask'
import type { Exchange } from '../handler'
import { MAX_KEPT_BYTES, type ReceivedResponse } from './receive'

/**
 * An exchange as it may be shown: the values of the destination's own headers are masked, also where the answer repeats
 * them, and so is whatever the answer's headers call a credential. The signature stays.
 */
export function keptExchange(
  { url, headers: own }: Pick<LoadedDestination, 'url' | 'headers'>,
  sent: readonly (readonly [name: string, value: string])[],
  response: ReceivedResponse | null,
): Exchange {
  const names = new Set(Object.keys(own).map((name) => name.toLowerCase()))
  const known = Object.values(own).flatMap(writings)
  const request = { method: 'POST', url, headers: maskHeaders(sent, { names, known }) }
  if (!response) return { request }
  const { status, truncated } = response
  const headers = maskHeaders(response.headers, { names, known })
  return { request, response: { status, truncated, headers, body: withoutKnown(response, known) } }
}

/** A value as it is, in JSON and in a URL, and the credential alone where a scheme stands before it. */
function writings(value: string): string[] {
  const bare = value.replace(/^\w+\s+/, '')
  const plain = [...new Set([value, bare])]
  const all = plain.flatMap((text) => [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)])
  return [...new Set(all)].filter((text) => text.length >= SHORTEST_SECRET)
}

const MASK_BYTES = Buffer.from(MASK).toString('latin1')

/** Read as Latin-1 every byte is a character, so that bytes which are no text survive. */
function withoutKnown({ body, truncated }: ReceivedResponse, known: readonly string[]): Uint8Array {
  let text = Buffer.from(body).toString('latin1')
  for (const secret of known) text = text.replaceAll(secret, MASK_BYTES)
  if (truncated) for (const secret of known) text = withoutCutOff(text, secret)
  return Buffer.from(text, 'latin1').subarray(0, MAX_KEPT_BYTES)
}

/** What is kept may end within a secret. */
function withoutCutOff(text: string, secret: string): string {
  for (let length = secret.length - 1; length >= SHORTEST_SECRET; length -= 1) {
    if (text.endsWith(secret.slice(0, length))) return text.slice(0, -length) + MASK_BYTES
  }
  return text
}
