import type { PathTerm } from '../language/term'
import { compareDecimals, isDecimal } from './plain-decimal'

/** A JSON value whose strings and keys begin with `s`, and whose numbers are texts that begin with `n`: no digit is lost. */
type Tagged = string | boolean | null | Tagged[] | { [key: string]: Tagged }

/**
 * Whether a field of a payload, given as the `doc` of its content, fits a term. A list on the way is looked into, not the lists in
 * it; at the end those too. For tests.
 */
export function fitsPath(doc: string | null, { path, op, values }: PathTerm): boolean {
  if (doc === null) return false
  const found = path.reduce(
    (at: Tagged[], key) => at.flatMap((value) => membersOf(value, `s${key.toLowerCase()}`)),
    [readTagged(doc)],
  )
  if (op === 'exists') return found.length > 0
  const leaves = found.flatMap((value) => [value].flat(2) as Tagged[])
  return values.some((value) => leaves.some((leaf) => fitsLeaf(leaf, op, value.toLowerCase())))
}

function readTagged(doc: string): Tagged {
  const tagged = doc.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') ? `"s${token.slice(1)}` : `"n${token}"`,
  )
  return JSON.parse(tagged)
}

function membersOf(value: Tagged, key: string): Tagged[] {
  if (Array.isArray(value)) return value.flatMap((element) => (Array.isArray(element) ? [] : membersOf(element, key)))
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return []
  const member = value[key]
  return member === undefined ? [] : [member]
}

function fitsLeaf(leaf: Tagged, op: PathTerm['op'], asked: string): boolean {
  if (typeof leaf === 'boolean' || leaf === null) return op === 'is' && asked === String(leaf)
  if (typeof leaf !== 'string') return false
  const text = leaf.slice(1)
  const isNumber = leaf.startsWith('n')
  if (op === 'is') return isNumber ? isDecimal(asked) && compareDecimals(text, asked) === 0 : text === asked
  if (isDecimal(asked) && (isNumber || isDecimal(text))) return inOrder(compareDecimals(text, asked), op)
  return !isNumber && inOrder(Buffer.compare(Buffer.from(text), Buffer.from(asked)), op)
}

function inOrder(order: number, op: PathTerm['op']): boolean {
  if (op === 'gt') return order > 0
  if (op === 'gte') return order >= 0
  return op === 'lt' ? order < 0 : order <= 0
}
