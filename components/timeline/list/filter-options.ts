import { windowWords } from '@/components/events/filters/window-words'
import type { ProviderInfo } from '@/components/providers/provider-info'
import type { ZoneChoice } from '@/lib/events/format'
import { STATES } from '@/lib/providers/vocabulary'
import { FINDING_RULE_NAMES, FINDING_RULES } from '@/lib/timeline/finding-rules'
import type { Kind } from '@/lib/timeline/kinds'
import type { EntityFilters, FINDING_CHOICES } from '@/lib/timeline/list-filters'
import { stateWords } from '@/lib/timeline/words'

export const FINDING_OPTIONS: readonly {
  value: (typeof FINDING_CHOICES)[number]
  label: string
  severity: 'problem' | 'notice'
}[] = [
  { value: 'any', label: 'Any problem', severity: 'problem' },
  ...FINDING_RULE_NAMES.map((rule) => ({
    value: rule,
    label: FINDING_RULES[rule].title,
    severity: FINDING_RULES[rule].severity,
  })),
]

/** The states that a thing of this kind can be in. */
export function stateOptions(kind: Kind): { value: string; label: string }[] {
  return STATES[kind].map((state) => ({ value: state, label: stateWords(kind, state) }))
}

interface Context {
  kind: Kind
  providers: readonly ProviderInfo[]
  zone: ZoneChoice
  now: Date
}

/** The filters that are on, in words: "named 1001", "state Packed", "last 24 hours". */
export function entityFilterWords(filters: EntityFilters, { kind, providers, zone, now }: Context): string[] {
  const time = windowWords(filters.from, filters.to, zone, now)
  const found = filters.finding?.map((each) => FINDING_OPTIONS.find(({ value }) => value === each)?.label ?? each)
  return [
    filters.q ? `named ${filters.q}` : null,
    filters.state?.length ? `state ${filters.state.map((each) => stateWords(kind, each)).join(' or ')}` : null,
    found?.length ? `finding ${found.join(' or ').toLowerCase()}` : null,
    filters.provider
      ? `provider ${providers.find(({ id }) => id === filters.provider)?.label ?? filters.provider}`
      : null,
    time ? `last news ${time.charAt(0).toLowerCase() + time.slice(1)}` : null,
  ].filter((words) => words !== null)
}
