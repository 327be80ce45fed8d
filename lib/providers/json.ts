import { clean } from './label'
import type { ReadingProblem } from './provider'

export type JsonObject = Readonly<Record<string, unknown>>

/** `exact` is `value` with every integer of 16 digits or more as text, so that no digit of an identifier is lost. */
export type ParsedBody = { ok: true; value: JsonObject; exact: JsonObject } | { ok: false; problem: ReadingProblem }

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * The JSON object in a body, or why there is none. A byte order mark is skipped, the last of duplicate keys counts, and
 * no depth of nesting overflows the stack. Never throws.
 */
export function parseBody(body: Uint8Array): ParsedBody {
  let text: string
  try {
    text = decoder.decode(body)
  } catch {
    return failure('not_utf8', 'Expected JSON in UTF-8; the body holds bytes that are not valid UTF-8.')
  }
  if (text.trim() === '') return failure('empty_body', 'Expected a JSON object; received an empty body.')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return failure('not_json', `The body is not JSON: ${explain(error, text)}.`)
    return failure('too_deep', 'The body is nested too deeply to be parsed.')
  }
  if (!isObject(value)) return failure('not_an_object', `Expected a JSON object; received ${typeName(value)}.`)
  return { ok: true, value, exact: withExactIntegers(text) ?? value }
}

/** Whether a JSON value is an object; arrays and null are not. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member of an object itself, never of its prototype; undefined where it has none or is no object. */
export function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** What kind of JSON value this is, in a word: for messages that must not repeat the value itself. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function failure(code: ReadingProblem['code'], message: string): ParsedBody {
  return { ok: false, problem: { code, message } }
}

const LONG_INTEGER = /(?:^|[:,[\s-])\d{16}/
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:[.eE][\d.eE+-]*)?/g

/** The same JSON with its long integers as text, or null where it has none. `text` must be valid JSON. */
function withExactIntegers(text: string): JsonObject | null {
  if (!LONG_INTEGER.test(text)) return null
  try {
    const quoted = text.replace(STRING_OR_NUMBER, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token))
    const value: unknown = JSON.parse(quoted)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** What stopped the parser and what the body looks like. V8 quotes the body in some of its messages: that is cut. */
function explain(error: SyntaxError, text: string): string {
  const unquoted =
    /^Unexpected token '.'/su.exec(error.message)?.[0] ?? error.message.replace(/,? ?(?:\.{3})?".*$/s, '')
  const reason = clean(unquoted, 120) || 'it cannot be parsed'
  const start = text.slice(0, 200).trimStart()
  if (start.startsWith('<')) return `${reason}; it looks like HTML or XML`
  if (/^[\w.%+[\]-]+=/.test(start)) return `${reason}; it looks like form fields`
  return reason
}
