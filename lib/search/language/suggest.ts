import { suggestKeys } from './suggest-keys'
import { suggestValues } from './suggest-values'
import { KEYS, type Key } from './term'
import { tokenise } from './tokens'

/** What there is to ask for, as far as it is no part of the language. */
export interface KnownValues {
  providers: readonly { id: string; label: string }[]
  eventTypes: readonly { type: string; title: string }[]
  sources: readonly { slug: string; id: string; name: string }[]
  /** Handlers and destinations, each with the key of its target. */
  handlers: readonly { key: string; title: string }[]
}

/** One way to go on typing. */
export interface Suggestion {
  /** `key` wants a value behind it; `value` and `text` make a whole term. */
  kind: 'key' | 'value' | 'text'
  /** Stands in place of what is between `start` and `end`. */
  insert: string
  start: number
  end: number
  /** What it reads as in a list. */
  label: string
  /** What people call it, such as the name of a source; null where the label says it. */
  detail: string | null
  /** The key that it is about; null of free text. */
  key: Key | null
}

const MAX_SUGGESTIONS = 30

/** How the term at the caret (in UTF-16 units) may go on, the likeliest first; at most 30. Never throws. */
export function suggest(text: string, caret: number, known: KnownValues): Suggestion[] {
  const token = tokenise(text).find(({ start, end }) => start <= caret && caret <= end)
  if (!token) return suggestKeys({ word: '', sign: '', start: caret, end: caret }, known)
  const sign = token.not ? '-' : ''
  const start = token.start + sign.length
  if (token.key === null || caret < token.valueStart) {
    if (text[start] === '"') return []
    const end = token.key === null ? token.end : token.valueStart
    const word = text.slice(start, Math.max(start, caret))
    return suggestKeys({ word, sign, start: token.start, end }, known).slice(0, MAX_SUGGESTIONS)
  }
  const name = token.key.length === 1 ? token.key[0]?.text.toLowerCase() : undefined
  const key = KEYS.find((one) => one === name)
  return key ? suggestValues({ token, key, caret, text }, known).slice(0, MAX_SUGGESTIONS) : []
}
