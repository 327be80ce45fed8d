import { isStorableProse } from '@/lib/providers/storable'
import { faultOf, quoted } from './faults'
import { printText } from './print'
import { readField } from './read-field'
import { readPath } from './read-path'
import { type Fault, KEYS, MAX_QUERY_LENGTH, MAX_TERMS, type ParsedQuery, type Term, type TextTerm } from './term'
import { type Token, tokenise } from './tokens'
import { unknownKey } from './unknown-key'

/**
 * The terms of a query and where they stand. Every token that is not understood is a fault, with what was expected; the terms
 * that are understood are given all the same. Never throws.
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > MAX_QUERY_LENGTH) return { terms: [], faults: [tooLong(text)] }
  const parsed: ParsedQuery = { terms: [], faults: [] }
  const tokens = tokenise(text)
  for (const token of tokens.slice(0, MAX_TERMS)) {
    const read = readTerm(token)
    if ('code' in read) parsed.faults.push(withHint(read))
    else parsed.terms.push({ term: read, start: token.start, end: token.end })
  }
  const [first] = tokens.slice(MAX_TERMS)
  if (first) parsed.faults.push(tooMany(text, first, tokens.length))
  return parsed
}

/** A suggestion that is a fault itself is none. */
function withHint(fault: Fault): Fault {
  const { message, params, suggestion } = fault
  if (suggestion === null) return fault
  if (tokenise(suggestion).some((token) => 'code' in readTerm(token))) return { ...fault, suggestion: null }
  return { ...fault, message: `${message}: perhaps ${suggestion} is meant`, params: { ...params, meant: suggestion } }
}

function readTerm(token: Token): Term | Fault {
  if (token.unclosed) {
    const message = `expected a closing quote; the one opened in ${quoted(token.text)} is never closed`
    return faultOf(token, 'unclosed_quote', message, { value: token.text }, closed(token))
  }
  if (token.trailing) {
    const message = `expected a space after a closing quote; ${quoted(token.text)} goes on: write \\" for a quote within quotes`
    return faultOf(token, 'bad_value', message, { key: '', value: token.text, allowed: '"\\""' }, null)
  }
  if (!token.key) return readText(token)
  const [only] = token.key
  if (token.key.length > 1) return readPath(token, token.key)
  const name = only?.quoted ? '' : (only?.text ?? '')
  const key = KEYS.find((known) => known === name.toLowerCase())
  return key ? readField(token, key) : unknownKey(token, name)
}

const MIN_CHARACTERS = 3

function readText(token: Token): TextTerm | Fault {
  const text = token.values[0]?.text ?? ''
  if (!isStorableProse(text)) {
    const message = `expected text without control characters; ${quoted(text)} came`
    return faultOf(token, 'bad_value', message, { key: '', value: text, allowed: '' }, null)
  }
  if ([...text.trim()].length < MIN_CHARACTERS) {
    const message = `expected at least ${MIN_CHARACTERS} characters of free text; ${quoted(text || token.text)} came`
    return faultOf(token, 'too_short', message, { value: text, allowed: String(MIN_CHARACTERS) }, null)
  }
  return { kind: 'text', not: token.not, text }
}

/** With a quote more, or one that a backslash had taken for its own. */
function closed(token: Token): string | null {
  const [value] = token.values
  if (token.key === null && value && !value.quoted) return printText(value.text)
  return /(^|[^\\])(\\\\)*$/.test(token.text) && !token.text.endsWith('\\') ? `${token.text}"` : null
}

function tooLong(text: string): Fault {
  return {
    code: 'too_long',
    start: MAX_QUERY_LENGTH,
    end: text.length,
    token: text.slice(MAX_QUERY_LENGTH),
    message: `expected at most ${MAX_QUERY_LENGTH} characters; ${text.length} came`,
    params: { value: String(text.length), allowed: String(MAX_QUERY_LENGTH) },
    suggestion: null,
  }
}

function tooMany(text: string, { start }: Token, count: number): Fault {
  return {
    code: 'too_many_terms',
    start,
    end: text.length,
    token: text.slice(start),
    message: `expected at most ${MAX_TERMS} terms; ${count} came: write values of one key together, as in type:a,b`,
    params: { value: String(count), allowed: String(MAX_TERMS) },
    suggestion: null,
  }
}
