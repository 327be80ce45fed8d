import { parseDoc } from './json-content'

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
 * values of the identifiers, the dedupe key, the id. Neither NUL nor a lone surrogate is left. Never throws.
 */
export function contentOf(body: Uint8Array, names: readonly string[]): Content {
  const json = parseDoc(body)
  const shown = json?.text ?? lenient.decode(body)
  return { text: storable([shown, ...names].join('\n')).toLowerCase(), doc: json?.doc ?? null }
}

const lenient = new TextDecoder('utf-8')

function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
