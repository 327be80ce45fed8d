import { ENGLISH } from '@/lib/i18n/english'
import { FINDING_RULES } from '../finding-rules'
import { findingWords } from '../finding-words'
import { providerLabel } from '../provider-words'
import type { Finding } from '../schemas'

/** What a rule finds, before it is put into words. */
export type Found = Pick<Finding, 'rule' | 'cause' | 'eventIds' | 'at'>

/** A finding as the API answers it: with its title and severity, and in words. */
export function explain(found: Found): Finding {
  const { title, severity } = FINDING_RULES[found.rule]
  const explanation = findingWords(found.cause, { t: ENGLISH, labelOf: providerLabel })
  return { ...found, title, severity, explanation }
}
