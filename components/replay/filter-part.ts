import type { Segment } from '@/components/search/segments'
import type { Translate } from '@/lib/i18n/translate'
import type { ReplayDetail } from '@/lib/replay/schemas'

/** A piece of a filter as it was typed; a group of failures by its message, since its id says nothing to anybody. */
export function filterPart(
  { term, token }: Pick<Segment, 'term' | 'token'>,
  failures: ReplayDetail['askedFailures'],
  t: Translate<'replay'>,
): string {
  if (term?.kind !== 'field' || term.key !== 'failure' || term.op !== 'is') return token
  const known = term.values.flatMap((value) => failures.find(({ id }) => id === value)?.message || [])
  const messages = [...new Set(known)].map((message) => `“${message}”`).join(', ')
  if (known.length < term.values.length || messages === '') return t(term.not ? 'filter.notAlike' : 'filter.alike')
  return t(term.not ? 'filter.notFailedWith' : 'filter.failedWith', { messages })
}
