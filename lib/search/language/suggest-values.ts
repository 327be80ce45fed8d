import { KEY_RULES } from './key-rules'
import { printValue } from './print'
import type { KnownValues, Suggestion } from './suggest'
import type { Key } from './term'
import type { Token } from './tokens'
import { matching, valueOptions } from './value-options'

/** Where the caret stands behind the colon of a key. */
export interface ValuePlace {
  token: Token
  key: Key
  caret: number
  text: string
}

/** What stands behind the colon as a whole, with its operator. */
const COMPARISONS: Readonly<Partial<Record<Key, readonly string[]>>> = {
  received: ['>24h', '>7d', '>30d'],
  occurred: ['>24h', '>7d', '>30d'],
  repeats: ['>1'],
}

/** The values that the one at the caret may become; those that the term has already are left out. */
export function suggestValues({ token, key, caret, text }: ValuePlace, known: KnownValues): Suggestion[] {
  const whole = text.slice(token.valueStart, caret)
  const rest = { start: token.valueStart, end: token.end, key, detail: null }
  const comparisons = (COMPARISONS[key] ?? [])
    .filter((comparison) => comparison.startsWith(whole) && comparison !== whole)
    .map((comparison): Suggestion => ({ kind: 'value', insert: comparison, label: comparison, ...rest }))
  const any: Suggestion[] =
    whole === '' && token.end === caret && KEY_RULES[key].operators.includes('exists')
      ? [{ kind: 'value', insert: '*', label: '*', ...rest }]
      : []
  return [...comparisons, ...listed({ token, key, caret, text }, known), ...any]
}

function listed({ token, key, caret, text }: ValuePlace, known: KnownValues): Suggestion[] {
  const current = token.values.find(({ start, end }) => start <= caret && caret <= end)
  if (!current || token.op !== 'is') return []
  const typed = text.slice(current.start, caret).replace(/^"/, '')
  const taken = new Set(token.values.filter((value) => value !== current).map((value) => value.text))
  return matching(valueOptions(key, known), typed)
    .filter(({ value }) => !taken.has(value) && value !== typed)
    .map(({ value, detail }) => ({
      kind: 'value',
      insert: printValue(value),
      start: current.start,
      end: current.end,
      label: value,
      detail,
      key,
    }))
}
