import { eventsHref } from '@/lib/events/events-href'
import { parseQuery } from '@/lib/search/language/parse'

/**
 * The list of the events that what was typed finds: as a query where it is one without a fault, else as the text that it is.
 * Null where it is too short to be searched for.
 */
export function searchHref(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  if (parseQuery(text).faults.length === 0) return eventsHref(text)
  const asText = eventsHref([{ kind: 'text', not: false, text }])
  return text.length < 3 ? null : asText
}
