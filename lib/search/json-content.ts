/** Deeper JSON is searched as text alone: PostgreSQL reads it by recursion, and no payload is nested like that. */
const MAX_DEPTH = 200

/** Beyond these a number is no `numeric` of PostgreSQL; it is kept as text, with every digit. */
const MAX_NUMBER_LENGTH = 1000
const MAX_EXPONENT = 1000

const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * The JSON in a body, twice and in lower case: `text` without whitespace outside strings and with all escapes undone, and `doc`
 * as JSON text with numbers as sent, or null where it is nested too deeply. Null where the body is not JSON in UTF-8. NUL and lone
 * surrogates become U+FFFD in `doc`: jsonb takes neither.
 */
export function parseDoc(body: Uint8Array): { text: string; doc: string | null } | null {
  const json = decodeJson(body)
  if (json === null) return null
  const dense = json.replace(STRING_OR_SPACE, '$1')
  const text = dense.includes('\\') ? dense.replace(ESCAPE, unescaped) : dense
  const plain = text === dense ? dense : dense.replace(ESCAPE, forJsonb).toWellFormed()
  const doc = LARGE_NUMBER.test(plain) ? plain.replace(STRING_OR_NUMBER, largeAsText) : plain
  return { text: text.toLowerCase(), doc: isTooDeep(doc) ? null : doc.toLowerCase() }
}

function decodeJson(body: Uint8Array): string | null {
  try {
    const json = strict.decode(body)
    JSON.parse(json)
    return json
  } catch {
    return null
  }
}

const STRING_OR_SPACE = /("[^"\\]*(?:\\.[^"\\]*)*")|[ \t\r\n]+/g
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g

/** In JSON a backslash stands in strings only. */
const ESCAPE = /\\(?:u[\da-fA-F]{4}|.)/g

const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

function unescaped(sequence: string): string {
  const letter = sequence[1] ?? ''
  if (letter === 'u') return String.fromCharCode(Number.parseInt(sequence.slice(2), 16))
  return SHORT_ESCAPES[letter] ?? letter
}

/** Only what JSON cannot say otherwise stays escaped, so that letters can be lowered. */
function forJsonb(sequence: string): string {
  const character = unescaped(sequence)
  if (character === '\0') return '\uFFFD'
  return character < ' ' || character === '"' || character === '\\' ? JSON.stringify(character).slice(1, -1) : character
}

/** May find what stands in a string, and is cheap. */
const LARGE_NUMBER = /\d{400}|[eE][+-]?\d{4}/

function largeAsText(token: string): string {
  if (token.startsWith('"')) return token
  const exponent = Math.abs(Number(/[eE](.+)$/.exec(token)?.[1] ?? 0))
  return token.length > MAX_NUMBER_LENGTH || exponent > MAX_EXPONENT ? `"${token}"` : token
}

function isTooDeep(doc: string): boolean {
  if (doc.split(/[[{]/, MAX_DEPTH + 2).length <= MAX_DEPTH + 1) return false
  let depth = 0
  for (const [mark] of doc.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[{}\]]/g)) {
    if (mark === '{' || mark === '[') depth += 1
    else if (mark === '}' || mark === ']') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}
