import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { headerValue } from '@/lib/providers/headers'
import type { HeaderList } from '@/lib/providers/provider'

const DECODERS = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
} as const

/** Decoded bodies may grow this large and no larger: a small compressed body can claim gigabytes. */
const MAX_DECODED_BYTES = 4 * 1024 * 1024

/**
 * The body without its content coding, for reading only: what is verified and stored are the bytes as sent. Where the
 * coding is unknown, broken or too large when unpacked, `problem` says so and `bytes` are the ones given.
 */
export function decodeBody(headers: HeaderList, bytes: Uint8Array): { bytes: Uint8Array; problem: string | null } {
  const coding = headerValue(headers, 'content-encoding')?.trim().toLowerCase()
  if (!coding || coding === 'identity') return { bytes, problem: null }
  const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding as keyof typeof DECODERS] : undefined
  if (!decode) return { bytes, problem: 'The body has a content coding that is not known here; it is kept as sent.' }
  try {
    return { bytes: decode(bytes, { maxOutputLength: MAX_DECODED_BYTES }), problem: null }
  } catch {
    return { bytes, problem: `The body says it is ${coding} and cannot be unpacked; it is kept as sent.` }
  }
}
