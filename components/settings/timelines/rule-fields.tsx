'use client'

import { FindingIcon } from '@/components/timeline/finding-pill'
import { Switch } from '@/components/ui/switch'
import { FINDING_RULE_NAMES, FINDING_RULES, type FindingRule } from '@/lib/timeline/finding-rules'

const MEANING: Record<FindingRule, string> = {
  missing_step: 'A later step came without one that has to come before it.',
  step_back: 'It went back to a step that it had left.',
  conflict: 'Providers contradict each other, or something changed that should not.',
  stuck: 'No news for longer than the hours above.',
  rejected_delivery: 'A delivery that was rejected claims to be about it.',
  out_of_order: 'An event arrived before one that occurred earlier.',
  late_arrival: 'An event arrived long after it occurred.',
  repeated_delivery: 'An event was received more than once.',
}

interface RuleFieldsProps {
  disabled: readonly FindingRule[]
  onChange: (disabled: FindingRule[]) => void
}

/** Which findings are looked for. */
export function RuleFields({ disabled, onChange }: RuleFieldsProps) {
  return (
    <fieldset>
      <legend className="font-medium text-sm">What is looked for</legend>
      <ul className="mt-1.5 divide-y border-y">
        {FINDING_RULE_NAMES.map((rule) => {
          const { title, severity } = FINDING_RULES[rule]
          return (
            <li key={rule} className="flex items-center gap-2.5 py-1.5">
              <FindingIcon severity={severity} />
              <span className="min-w-0 flex-1 text-sm">
                {title}
                <span className="block text-ink-3 text-xs">{MEANING[rule]}</span>
              </span>
              <Switch
                aria-label={`Look for: ${title}`}
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
