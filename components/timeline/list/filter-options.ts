import type { ProviderInfo } from '@/components/providers/provider-info'
import type { Translate } from '@/lib/i18n/translate'
import { STATES } from '@/lib/providers/vocabulary'
import { FINDING_RULE_NAMES, FINDING_RULES } from '@/lib/timeline/finding-rules'
import { findingTitle } from '@/lib/timeline/finding-words'
import type { Kind } from '@/lib/timeline/kinds'
import type { EntityFilters, FINDING_CHOICES } from '@/lib/timeline/list-filters'
import { stateWords } from '@/lib/timeline/words'

interface Words {
  t: Translate<'timeline'>
  words: Translate<'words'>
}

/** What a list can be narrowed to: any problem, or a rule. */
export function findingOptions({ t, words }: Words): FindingOption[] {
  return [
    { value: 'any', label: t('filters.anyProblem'), severity: 'problem' },
    ...FINDING_RULE_NAMES.map((rule) => ({
      value: rule,
      label: findingTitle(rule, words),
      severity: FINDING_RULES[rule].severity,
    })),
  ]
}

interface FindingOption {
  value: (typeof FINDING_CHOICES)[number]
  label: string
  severity: 'problem' | 'notice'
}

/** The states that a thing of this kind can be in. */
export function stateOptions(kind: Kind, words: Translate<'words'>): { value: string; label: string }[] {
  return STATES[kind].map((state) => ({ value: state, label: stateWords(kind, state, words) }))
}

interface Context extends Words {
  kind: Kind
  providers: readonly ProviderInfo[]
  /** The time window in words. */
  time: string | null
}

/** The filters that are on, in words: "named 1001", "state Packed", "last 24 hours". */
export function entityFilterWords(filters: EntityFilters, { t, words, kind, providers, time }: Context): string[] {
  const options = findingOptions({ t, words })
  const found = filters.finding?.map((each) => options.find(({ value }) => value === each)?.label ?? each) ?? []
  const states = filters.state?.map((each) => stateWords(kind, each, words)) ?? []
  const provider = providers.find(({ id }) => id === filters.provider)?.label ?? filters.provider
  return [
    filters.q ? t('filterWords.named', { query: filters.q }) : null,
    states.length > 0 ? t('filterWords.state', { states: eitherOf(states, words) }) : null,
    found.length > 0 ? t('filterWords.finding', { findings: eitherOf(found, words).toLowerCase() }) : null,
    provider ? t('filterWords.provider', { provider }) : null,
    time ? t('filterWords.lastNews', { time: time.charAt(0).toLowerCase() + time.slice(1) }) : null,
  ].filter((each) => each !== null)
}

/** "a or b or c". */
function eitherOf(words: readonly string[], t: Translate<'words'>): string {
  return words.reduce((before, last) => t('lists.or', { before, last }))
}
