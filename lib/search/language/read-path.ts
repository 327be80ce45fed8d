import { isStorableProse } from '@/lib/providers/storable'
import { faultOf, quoted } from './faults'
import { type Fault, KEYS, type PathTerm } from './term'
import type { RawValue, Token } from './tokens'

const MAX_DEPTH = 32

/** A token whose key is a path of the payload, as a term or what is wrong with it. */
export function readPath(token: Token, key: readonly RawValue[]): PathTerm | Fault {
  const [root] = key
  const isRooted = root !== undefined && !root.quoted && root.text.toLowerCase() === 'payload'
  const segments = isRooted ? key.slice(1) : key
  const path = segments.map(({ text }) => text)
  const written = path.join('.')
  if (segments.some(({ text, quoted }) => text === '' && !quoted) || !path.every(isStorableProse)) {
    const message = `expected a path of the payload such as data.courier; ${quoted(token.text)} has an empty or unfit part: take it out, or put the part in quotes`
    return faultOf(token, 'unknown_key', message, { key: written, allowed: 'data.courier' }, null)
  }
  if (segments.some(({ text, quoted }) => !quoted && /[[\]]/.test(text))) {
    const plain = rewritten(token, key)
    const message = `expected a path without brackets, for lists are looked into by themselves; ${quoted(token.text)} came`
    return faultOf(token, 'unknown_key', message, { key: written, allowed: 'data.items.sku' }, plain)
  }
  if (path.length > MAX_DEPTH) {
    const message = `expected a path of at most ${MAX_DEPTH} parts; ${path.length} came`
    return faultOf(token, 'unknown_key', message, { key: written, allowed: 'data.courier' }, null)
  }
  return readValues(token, path)
}

function readValues(token: Token, path: string[]): PathTerm | Fault {
  const { not, op } = token
  if (op === 'exists') return { kind: 'path', not, path, op, values: [] }
  const key = path.length === 1 ? `payload.${path[0]}` : path.join('.')
  const allowed = 'JNE, "Siti Aminah", >100, *'
  if (token.values.some(({ text, quoted }) => text === '' && !quoted)) {
    const message = `expected a value after ${quoted(`${key}:`)}, or * for any; none came`
    return faultOf(token, 'missing_value', message, { key, allowed }, null)
  }
  const values = token.values.map(({ text }) => text)
  if (op !== 'is' && values.length > 1) {
    const message = `expected one value to compare ${key} with; ${values.length} came: put a value with commas in quotes`
    return faultOf(token, 'bad_value', message, { key, value: values.join(','), allowed: '>100' }, null)
  }
  const unfit = values.find((value) => !isStorableProse(value))
  if (unfit !== undefined) {
    const message = `expected text without control characters for ${key}; ${quoted(unfit)} came`
    return faultOf(token, 'bad_value', message, { key, value: unfit, allowed }, null)
  }
  return { kind: 'path', not, path, op, values }
}

/** The token with what stands in brackets gone: `data.items[0].sku` as `data.items.sku`. */
function rewritten(token: Token, key: readonly RawValue[]): string {
  const plain = key
    .map(({ text, quoted }) => (quoted ? JSON.stringify(text) : text.replace(/\[[^\]]*\]?|\]/g, '')))
    .filter((text) => text !== '')
  const isKey = plain.length === 1 && !KEYS.some((known) => known === plain[0])
  const path = isKey ? ['payload', ...plain] : plain
  return `${token.not ? '-' : ''}${path.join('.')}:${token.text.slice(token.valueStart - token.start)}`
}
