import { parseQuery } from '@/lib/search/language/parse'
import type { Key } from '@/lib/search/language/term'

const CHANGING: ReadonlySet<Key> = new Set(['status', 'handler', 'failure', 'repeats', 'problem'])

/**
 * Whether an event may come to fit the query `q` some time after it was received: it asks, positively or negated, about runs,
 * repeats or problems, which are known only later.
 */
export function changesLater(q: string): boolean {
  return parseQuery(q).terms.some(({ term }) => term.kind === 'field' && CHANGING.has(term.key))
}
