import { decodeBody } from '@/lib/ingest/decode'
import type { HeaderList } from '@/lib/providers/provider'

/** A body as JSON text with not a character changed, free of its content coding; null where it is not JSON. */
export function jsonText(headers: HeaderList, body: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(decodeBody(headers, body).bytes)
    JSON.parse(text)
    return text
  } catch {
    return null
  }
}
