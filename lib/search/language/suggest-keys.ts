import { isStorableProse } from '@/lib/providers/storable'
import { KEY_RULES } from './key-rules'
import { nearest } from './nearest'
import { printValue } from './print'
import type { KnownValues, Suggestion } from './suggest'
import { KEYS, type Key } from './term'
import { matching, valueOptions } from './value-options'

/** A word that has no colon yet, up to the caret, and what a suggestion replaces. */
export interface WordPlace {
  word: string
  sign: string
  start: number
  end: number
}

/** Keys that the word begins, whole terms that it may be the value of, and the word as free text. */
export function suggestKeys(place: WordPlace, known: KnownValues): Suggestion[] {
  const { word } = place
  const typed = word.toLowerCase()
  const begun = KEYS.filter((key) => key.startsWith(typed))
  const near = begun.length === 0 ? KEYS.find((key) => key === nearest(word, KEYS)) : undefined
  const keys = (near ? [near] : begun).map((key) => keySuggestion(place, key))
  if (word === '') return keys
  return [...keys, ...guesses(place), ...values(place, known), ...freeText(place)]
}

function keySuggestion({ sign, start, end }: WordPlace, key: Key): Suggestion {
  const insert = `${sign}${key}:`
  return { kind: 'key', insert, start, end, label: insert, detail: null, key }
}

function termSuggestion({ sign, start, end }: WordPlace, key: Key, value: string, detail: string | null): Suggestion {
  const insert = `${sign}${key}:${printValue(value)}`
  return { kind: 'value', insert, start, end, label: insert, detail, key }
}

const MIN_TEXT = 3

function freeText({ word, sign, start, end }: WordPlace): Suggestion[] {
  if ([...word.trim()].length < MIN_TEXT || !isStorableProse(word)) return []
  const insert = `${sign}"${word.replace(/["\\]/g, '\\$&')}"`
  return [{ kind: 'text', insert, start, end, label: insert, detail: null, key: null }]
}

/** What a word without a key looks like. */
const LOOKS: readonly { key: Key; form: RegExp }[] = [
  { key: 'id', form: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i },
  { key: 'email', form: /^[^@\s]+@[^@\s]+$/ },
  { key: 'phone', form: /^(\+\d|62|0)\d{7,13}$/ },
  { key: 'order', form: /^(?=.*\d)#?[\w/-]{3,30}$/ },
  { key: 'awb', form: /^(?=.*\d{4})[a-z\d-]{8,30}$/i },
]

function guesses(place: WordPlace): Suggestion[] {
  const [isId, ...others] = LOOKS.filter(
    ({ key, form }) => form.test(place.word) && KEY_RULES[key].read(place.word, 'is') !== null,
  )
  const fitting = isId?.key === 'id' ? [isId] : [isId, ...others]
  return fitting.flatMap((look) => (look ? [termSuggestion(place, look.key, place.word, null)] : []))
}

const VALUE_KEYS: readonly Key[] = ['status', 'verdict', 'type', 'provider', 'source', 'handler']
const MIN_VALUE = 2
const MAX_OF_KEY = 5

function values(place: WordPlace, known: KnownValues): Suggestion[] {
  if (place.word.length < MIN_VALUE) return []
  return VALUE_KEYS.flatMap((key) =>
    matching(valueOptions(key, known), place.word)
      .slice(0, MAX_OF_KEY)
      .map(({ value, detail }) => termSuggestion(place, key, value, detail)),
  )
}
