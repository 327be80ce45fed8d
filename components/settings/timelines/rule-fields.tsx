'use client'

import { useTranslations } from 'use-intl'
import { FindingIcon } from '@/components/timeline/finding-pill'
import { Switch } from '@/components/ui/switch'
import { FINDING_RULE_NAMES, FINDING_RULES, type FindingRule } from '@/lib/timeline/finding-rules'
import { findingTitle } from '@/lib/timeline/finding-words'

interface RuleFieldsProps {
  disabled: readonly FindingRule[]
  onChange: (disabled: FindingRule[]) => void
}

/** Which findings are looked for. */
export function RuleFields({ disabled, onChange }: RuleFieldsProps) {
  const t = useTranslations('settings.rules')
  const words = useTranslations('words')
  return (
    <fieldset>
      <legend className="font-medium text-sm">{t('legend')}</legend>
      <ul className="mt-1.5 divide-y border-y">
        {FINDING_RULE_NAMES.map((rule) => {
          const { severity } = FINDING_RULES[rule]
          const title = findingTitle(rule, words)
          return (
            <li key={rule} className="flex items-center gap-2.5 py-1.5">
              <FindingIcon severity={severity} />
              <span className="min-w-0 flex-1 text-sm">
                {title}
                <span className="block text-ink-3 text-xs">{t(rule)}</span>
              </span>
              <Switch
                aria-label={t('lookFor', { rule: title })}
                checked={!disabled.includes(rule)}
                onCheckedChange={(isOn) =>
                  onChange(isOn ? disabled.filter((each) => each !== rule) : [...disabled, rule])
                }
              />
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
