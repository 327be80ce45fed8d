import type { Translate } from '@/lib/i18n/translate'
import type { Fault } from '@/lib/search/language/term'

const MAX_QUOTED = 60

/** What is wrong with a piece of a query and what is allowed, in words of the language of the interface. */
export function faultWords(fault: Fault, t: Translate<'search'>): string {
  const { key = '', value = '', allowed = '' } = fault.params
  const words = { key, value: value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value, allowed }
  const code = fault.code === 'bad_value' && key === '' ? 'bad_text' : fault.code
  return t(`faults.${code}`, words)
}
