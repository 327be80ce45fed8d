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
  const collector = new BodyCollector(() => request.headers['content-length'], limitBytes, keepBytes)
  return new Promise((resolve, reject) => {
    // `close` follows every request; an error, with its stack, is made only for one that is incomplete.
    const ended = () => {
      if (!request.complete) reject(brokenOff())
    }
    request.on('data', (chunk: Buffer) => {
      if (!collector.push(chunk)) {
        request.pause()
        resolve(collector.finish())
      }
    })
    request.on('end', () => resolve(collector.finish()))
    request.on('error', ended)
    request.on('close', ended)
  })
}

/** The same for a web stream. */
export async function readWebBody(request: Request, limitBytes: number, keepBytes: number): Promise<ReceivedBody> {
  const collector = new BodyCollector(() => request.headers.get('content-length'), limitBytes, keepBytes)
  const reader = request.body?.getReader()
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      if (collector.push(part.value)) continue
      await reader?.cancel()
      break
    }
  } catch {
    throw brokenOff()
  }
  return collector.finish()
}

/**
 * `contentLength` is asked for only where it matters: the first look at Node's parsed headers is what parses them. A body
 * of one chunk is kept as it is; further ones are copied together, because a stranger's thousand chunks of one byte would
 * otherwise hold a thousand network buffers. A class, because closures made anew for every request are measurably dearer.
 */
class BodyCollector {
  private readonly capacity: number
  private first: Uint8Array | null = null
  private joined: Buffer | null = null
  private kept = 0
  private size = 0

  constructor(
    private readonly contentLength: () => string | null | undefined,
    private readonly limitBytes: number,
    private readonly keepBytes: number,
  ) {
    this.capacity = Math.max(limitBytes, keepBytes)
  }

  /** False once there is no point in reading on. */
  push(chunk: Uint8Array): boolean {
    const room = this.capacity - this.size
    this.size += chunk.byteLength
    if (chunk.byteLength > 0 && room > 0) this.keep(room < chunk.byteLength ? chunk.subarray(0, room) : chunk)
    return this.size <= this.limitBytes + PATIENCE_BYTES
  }

  private keep(chunk: Uint8Array): void {
    if (this.kept === 0) {
      this.first = chunk
      this.kept = chunk.byteLength
      return
    }
    if (!this.joined || this.joined.byteLength < this.kept + chunk.byteLength) {
      const bytes = Math.min(this.capacity, Math.max(4096, 2 * (this.kept + chunk.byteLength)))
      const grown = Buffer.allocUnsafe(bytes)
      grown.set((this.joined ?? this.first ?? Buffer.alloc(0)).subarray(0, this.kept))
      this.joined = grown
    }
    this.joined.set(chunk, this.kept)
    this.kept += chunk.byteLength
  }

  finish(): ReceivedBody {
    const { size } = this
    const overLimit = size > this.limitBytes
    const all = this.joined ?? this.first ?? new Uint8Array()
    const bytes = all.subarray(0, overLimit ? Math.min(this.kept, this.keepBytes) : this.kept)
    return { bytes, size: overLimit ? Math.max(size, declaredLength(this.contentLength()) ?? 0) : size, overLimit }
  }
}

function brokenOff(): JejakError {
  return new JejakError('invalid_request', 'The sender broke off before the body was complete.')
}

function declaredLength(value: string | null | undefined): number | null {
  return value && /^\d{1,15}$/.test(value) ? Number(value) : null
}
