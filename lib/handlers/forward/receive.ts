import type { IncomingMessage } from 'node:http'

/** What is kept of a response's body. */
export const MAX_KEPT_BYTES = 16 * 1024

export interface ReceivedResponse {
  status: number
  headers: [name: string, value: string][]
  body: Uint8Array
  /** Whether there was more than is kept, or would have been had the exchange not ended early. */
  truncated: boolean
}

/**
 * Reads a response up to 16 KB and calls `done` when it is over or there is more. `current` answers what came so far.
 */
export function receive(incoming: IncomingMessage, done: (error: Error | null) => void): () => ReceivedResponse {
  const parts: Buffer[] = []
  let bytes = 0
  let isWhole = false
  incoming.on('data', (part: Buffer) => {
    parts.push(part)
    bytes += part.length
    if (bytes > MAX_KEPT_BYTES) done(null)
  })
  incoming.on('end', () => {
    isWhole = incoming.complete
    done(null)
  })
  incoming.on('error', done)
  return () => ({
    status: incoming.statusCode ?? 0,
    headers: pairs(incoming.rawHeaders),
    body: Buffer.concat(parts).subarray(0, MAX_KEPT_BYTES),
    truncated: !isWhole || bytes > MAX_KEPT_BYTES,
  })
}

function pairs(raw: readonly string[]): [name: string, value: string][] {
  return raw.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []))
}
