import { z } from 'zod'
import { namesOf, schemesOf } from './language/names'
import { parseQuery } from './language/parse'
import type { PlacedTerm } from './language/term'

/**
 * A query of the search language, as a text. Each of its faults is an issue of its own; so is a value that can name nothing, such as
 * a phone number with a letter. The terms are those of `parseQuery`.
 */
export const querySchema = z
  .string('expected a query such as type:order.* status:failed')
  .superRefine((text, context) => {
    const { terms, faults } = parseQuery(text)
    const messages = [...faults.map(({ message }) => message), ...terms.flatMap(namelessValues)]
    for (const message of messages) context.addIssue({ code: 'custom', message, params: { saysWhatCame: true } })
  })

function namelessValues({ term }: PlacedTerm): string[] {
  if (term.kind !== 'field' || schemesOf(term.key) === null) return []
  return term.values
    .filter((value) => namesOf(term.key, value).length === 0)
    .map(
      (value) =>
        `expected a value for ${term.key} that names something; "${value}" does not: correct it, or ask for any with ${term.key}:*`,
    )
}
