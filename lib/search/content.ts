import { parseDoc } from './json-content'

/** So much of a body can be found: twice the usual limit of a request. */
export const CONTENT_BYTES = 512 * 1024

/** What a search looks into. */
export interface Content {
  /** Lower-cased; free text fits where it holds the lower-cased words. */
  text: string
  /** The JSON with keys and strings lower-cased, as text that PostgreSQL takes for jsonb; null where the body is not JSON. */
  doc: string | null
}

/**
 * The content of a body that is free of any content coding. JSON is written without whitespace outside strings and with every
 * escape undone, so that what people see is what they find; anything else is read as UTF-8. `names` follow in a line each: the
 * values of the identifiers, the dedupe key, the id. Neither NUL nor a lone surrogate is left. Of a body over CONTENT_BYTES only the
 * beginning is read, as it came, and it has no doc: a few bytes may unpack to megabytes, and anybody can send them. Never throws.
 */
export function contentOf(body: Uint8Array, names: readonly string[]): Content {
  const json = body.byteLength > CONTENT_BYTES ? null : parseDoc(body)
  const shown = json?.text ?? lenient.decode(body.subarray(0, CONTENT_BYTES))
  return { text: storable([shown, ...names].join('\n')).toLowerCase(), doc: json?.doc ?? null }
}

const lenient = new TextDecoder('utf-8')

function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
