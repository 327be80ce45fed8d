import type { Operator } from './term'

/** A value as it stands in a query. */
export interface RawValue {
  /** Without quotes and escapes. */
  text: string
  quoted: boolean
  /** Where it stands in the query, quotes included. */
  start: number
  end: number
}

/** One term as it stands in a query, before it is known what it means. Offsets are in UTF-16 units. */
export interface Token {
  start: number
  end: number
  /** The whole of it, `-` included. */
  text: string
  not: boolean
  /** What stands before the first colon, in its segments between dots; null where there is no key. */
  key: RawValue[] | null
  /** Where what follows the colon begins, in the query. */
  valueStart: number
  op: Operator
  /** Of free text there is one, quoted or not. */
  values: RawValue[]
  /** A quote is opened and never closed: the token reaches to the end of the query. */
  unclosed: boolean
  /** Something stands right behind a closing quote. */
  trailing: boolean
}

/** The tokens of a query, in order. Whitespace separates them except within quotes. Never throws. */
export function tokenise(query: string): Token[] {
  const tokens: Token[] = []
  let at = skipSpace(query, 0)
  while (at < query.length) {
    const token = readToken(query, at)
    tokens.push(token)
    at = skipSpace(query, token.end)
  }
  return tokens
}

const isSpace = (char: string | undefined) => char !== undefined && /\s/.test(char)

function skipSpace(query: string, from: number): number {
  let at = from
  while (isSpace(query[at])) at += 1
  return at
}

function readToken(query: string, start: number): Token {
  const not = query[start] === '-'
  const body = not ? start + 1 : start
  const key = query[body] === '"' ? null : readParts(query, body, '.', ':')
  if (key && query[key.end] === ':') {
    const valueStart = key.end + 1
    const { op, length } = readOperator(query, valueStart)
    const read = readParts(query, valueStart + length, ',', null)
    const [only] = read.parts
    const exists = op === 'is' && read.parts.length === 1 && only?.text === '*' && !only.quoted
    return finish(query, {
      start,
      not,
      key: key.parts,
      valueStart,
      op: exists ? 'exists' : op,
      values: exists ? [] : read.parts,
      ...pick(read, key.trailing),
    })
  }
  const read = query[body] === '"' ? readParts(query, body, null, null) : null
  const end = read?.end ?? key?.end ?? body
  const values = read?.parts ?? [{ text: query.slice(body, end), quoted: false, start: body, end }]
  const { unclosed, trailing } = read ?? { unclosed: key?.unclosed ?? false, trailing: false }
  return finish(query, { start, end, not, key: null, valueStart: body, op: 'is', values, unclosed, trailing })
}

function finish(query: string, token: Omit<Token, 'text'>): Token {
  return { ...token, text: query.slice(token.start, token.end) }
}

function pick({ end, unclosed, trailing }: Parts, keyTrailing: boolean) {
  return { end, unclosed, trailing: trailing || keyTrailing }
}

function readOperator(query: string, at: number): { op: Operator; length: number } {
  const orEqual = query[at + 1] === '='
  if (query[at] === '>') return orEqual ? { op: 'gte', length: 2 } : { op: 'gt', length: 1 }
  if (query[at] === '<') return orEqual ? { op: 'lte', length: 2 } : { op: 'lt', length: 1 }
  return { op: 'is', length: 0 }
}

interface Parts {
  parts: RawValue[]
  end: number
  unclosed: boolean
  trailing: boolean
}

/** Parts between separators, each plain or quoted, up to whitespace, `stop` or the end. A quote opens only where a part begins. */
function readParts(query: string, from: number, separator: string | null, stop: string | null): Parts {
  const parts: RawValue[] = []
  let trailing = false
  let at = from
  while (true) {
    const start = at
    const quoted = query[at] === '"'
    let text = ''
    if (quoted) {
      const close = closingQuote(query, at + 1)
      const inside = query.slice(at + 1, close ?? query.length).replace(/\\(["\\])/g, '$1')
      if (close === null) {
        const part = { text: inside, quoted, start, end: query.length }
        return { parts: [...parts, part], end: query.length, unclosed: true, trailing }
      }
      text = inside
      at = close + 1
    }
    const plain = at
    while (at < query.length && !isSpace(query[at]) && query[at] !== separator && query[at] !== stop) at += 1
    if (quoted && at > plain) trailing = true
    parts.push({ text: quoted ? text : query.slice(plain, at), quoted, start, end: at })
    if (separator === null || query[at] !== separator) return { parts, end: at, unclosed: false, trailing }
    at += 1
  }
}

function closingQuote(query: string, from: number): number | null {
  for (let at = from; at < query.length; at += 1) {
    if (query[at] === '\\') at += 1
    else if (query[at] === '"') return at
  }
  return null
}
