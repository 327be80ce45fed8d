import { z } from 'zod'
import { expected } from '@/lib/i18n/expected'
import { say } from '@/lib/i18n/say'
import { namesOf, schemesOf } from './language/names'
import { parseQuery } from './language/parse'
import type { PlacedTerm } from './language/term'

/**
 * A query of the search language, as a text. Each of its faults is an issue of its own; so is a value that can name nothing, such as
 * a phone number with a letter. The terms are those of `parseQuery`.
 */
export const querySchema = z.string(expected('query')).superRefine((text, context) => {
  const { terms, faults } = parseQuery(text)
  const messages = [...faults.map(({ message }) => message), ...terms.flatMap(namelessValues)]
  for (const message of messages) context.addIssue({ code: 'custom', message, params: { saysWhatCame: true } })
})

function namelessValues({ term }: PlacedTerm): string[] {
  if (term.kind !== 'field' || schemesOf(term.key) === null) return []
  return term.values
    .filter((value) => namesOf(term.key, value).length === 0)
    .map((value) => say('expected.namingValue', { key: term.key, value }))
}
