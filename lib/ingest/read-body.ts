import type { IncomingMessage } from 'node:http'
import { JejakError } from '@/lib/errors'
import type { ReceivedBody } from './request'

/** Past this much over the limit nothing more is read: the sender gets its answer and the connection is closed. */
const PATIENCE_BYTES = 1024 * 1024

/**
 * Reads a Node request's body. Past `limitBytes` only the first `keepBytes` stay in memory, and reading goes on for
 * another megabyte so that an honest sender can finish and read our answer. Rejects where the sender breaks off.
 * Listens to events: an async iterator over the stream costs more than the rest of the request.
 */
export function readNodeBody(request: IncomingMessage, limitBytes: number, keepBytes: number): Promise<ReceivedBody> {
  const collector = collectBody(() => request.headers['content-length'], limitBytes, keepBytes)
  return new Promise((resolve, reject) => {
    const brokenOff = () => {
      // `close` follows every request; an error, with its stack, is made only for one that is incomplete.
      if (!request.complete)
        reject(new JejakError('invalid_request', 'The sender broke off before the body was complete.'))
    }
    request.on('data', (chunk: Buffer) => {
      if (!collector.push(chunk)) {
        request.pause()
        resolve(collector.finish())
      }
    })
    request.on('end', () => resolve(collector.finish()))
    request.on('error', brokenOff)
    request.on('close', brokenOff)
  })
}

/** The same for a web stream. */
export async function readWebBody(request: Request, limitBytes: number, keepBytes: number): Promise<ReceivedBody> {
  const collector = collectBody(() => request.headers.get('content-length'), limitBytes, keepBytes)
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    if (!collector.push(part.value)) {
      await reader?.cancel()
      break
    }
  }
  return collector.finish()
}

/** `contentLength` is asked for only where it matters: the first look at Node's parsed headers is what parses them. */
function collectBody(contentLength: () => string | null | undefined, limitBytes: number, keepBytes: number) {
  let kept: Uint8Array[] = []
  let size = 0
  return {
    /** False once there is no point in reading on. */
    push(chunk: Uint8Array): boolean {
      const before = size
      size += chunk.byteLength
      if (size <= limitBytes) kept.push(chunk)
      else if (before <= limitBytes) kept = [Buffer.concat([...kept, chunk]).subarray(0, keepBytes)]
      return size <= limitBytes + PATIENCE_BYTES
    },
    finish(): ReceivedBody {
      const overLimit = size > limitBytes
      const bytes = kept.length === 1 && kept[0] ? kept[0] : Buffer.concat(kept)
      return { bytes, size: overLimit ? Math.max(size, declaredLength(contentLength()) ?? 0) : size, overLimit }
    },
  }
}

function declaredLength(value: string | null | undefined): number | null {
  return value && /^\d{1,15}$/.test(value) ? Number(value) : null
}
