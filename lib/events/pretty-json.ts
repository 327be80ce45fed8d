export type TokenKind = 'key' | 'string' | 'number' | 'literal' | 'mark'

export interface Token {
  kind: TokenKind
  /** The characters of the source, unchanged. */
  text: string
}

export interface PrettyLine {
  depth: number
  tokens: Token[]
}

/** For text that is known to be JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y
const SPACE = /[ \t\r\n]*/y

/**
 * The lines of a JSON text, laid out anew. Every token keeps its source characters: no digit, escape, duplicate key or
 * order changes; only the space between tokens does. Null where the text is not JSON.
 */
export function prettyJson(text: string): PrettyLine[] | null {
  if (!isJson(text)) return null
  const tokens = tokenise(text)
  const lines: PrettyLine[] = []
  let line: PrettyLine = { depth: 0, tokens: [] }
  let depth = 0
  const breakLine = () => {
    if (line.tokens.length > 0) lines.push(line)
    line = { depth, tokens: [] }
  }
  for (let index = 0; index < tokens.length; index++) {
    const text = tokens[index] ?? ''
    const next = tokens[index + 1]
    if (text === '{' || text === '[') {
      line.tokens.push({ kind: 'mark', text })
      if (next === '}' || next === ']') continue
      depth += 1
      breakLine()
    } else if (text === '}' || text === ']') {
      const previous = tokens[index - 1]
      if (previous !== '{' && previous !== '[') {
        depth -= 1
        breakLine()
      }
      line.tokens.push({ kind: 'mark', text })
    } else if (text === ',') {
      line.tokens.push({ kind: 'mark', text })
      breakLine()
    } else if (text === ':') {
      line.tokens.push({ kind: 'mark', text: ': ' })
    } else {
      line.tokens.push({ kind: kindOf(text, next), text })
    }
  }
  breakLine()
  return lines
}

/** The lines as text, two spaces a level. */
export function prettyText(lines: readonly PrettyLine[]): string {
  return lines
    .map((line) => `${'  '.repeat(Math.min(line.depth, MAX_INDENT))}${line.tokens.map((token) => token.text).join('')}`)
    .join('\n')
}

/** Deeper levels are indented no further: a body 10,000 levels deep would grow to 100 MB of spaces. */
export const MAX_INDENT = 32

function tokenise(text: string): string[] {
  const tokens: string[] = []
  let at = 0
  while (true) {
    SPACE.lastIndex = at
    at += SPACE.exec(text)?.[0].length ?? 0
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) return tokens
    tokens.push(token)
    at += token.length
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function kindOf(text: string, next: string | undefined): TokenKind {
  if (text.startsWith('"')) return next === ':' ? 'key' : 'string'
  return /^[-\d]/.test(text) ? 'number' : 'literal'
}
