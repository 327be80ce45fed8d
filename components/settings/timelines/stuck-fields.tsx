'use client'

import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Disclosure } from '@/components/ui/disclosure'
import { Input } from '@/components/ui/input'
import { durationWords } from '@/lib/i18n/durations'
import { kindTitle } from '@/lib/timeline/kind-words'
import { KIND_NAMES } from '@/lib/timeline/kinds'
import { stateWords } from '@/lib/timeline/words'
import type { StuckStep, TimelineDraft } from './draft'

const SECONDS_PER_HOUR = 3_600

interface StuckFieldsProps {
  storeId: string
  steps: readonly StuckStep[]
  hours: TimelineDraft['hours']
  onChange: (hours: TimelineDraft['hours']) => void
}

/** After how many hours without news something is stuck, state by state. */
export function StuckFields({ storeId, steps, hours, onChange }: StuckFieldsProps) {
  const t = useTranslations('settings.stuck')
  const words = useTranslations('words')
  const kinds = KIND_NAMES.filter((kind) => steps.some((step) => step.kind === kind))
  return (
    <fieldset>
      <legend className="font-medium text-sm">{t('legend')}</legend>
      <p className="text-ink-3 text-xs">{t('note')}</p>
      <div className="mt-2 space-y-1">
        {kinds.map((kind, index) => {
          const ofKind = steps.filter((step) => step.kind === kind)
          const own = ofKind.filter(({ key }) => hours[key] !== undefined && hours[key] !== '').length
          return (
            <Disclosure
              key={kind}
              open={index === 0}
              summary={own > 0 ? t('ownFigures', { kind: kindTitle(kind, words), count: own }) : kindTitle(kind, words)}
            >
              <ul className="mt-1 mb-2 divide-y border-y">
                {ofKind.map((step) => (
                  <StepField
                    key={step.key}
                    id={`${storeId}-${step.key}`}
                    step={step}
                    value={hours[step.key]}
                    onChange={(value) => onChange({ ...hours, [step.key]: value })}
                  />
                ))}
              </ul>
            </Disclosure>
          )
        })}
      </div>
    </fieldset>
  )
}

interface StepFieldProps {
  id: string
  step: StuckStep
  value: string | null | undefined
  onChange: (value: string | null) => void
}

function StepField({ id, step: { kind, state, figures }, value, onChange }: StepFieldProps) {
  const t = useTranslations('settings.stuck')
  const words = useTranslations('words')
  const stateName = stateWords(kind, state, words)
  const isNever = value === null
  const given = [...new Set(figures.map((figure) => figure.hours))].join(' / ')
  const inWords = figures.map(({ provider, hours }) =>
    t('figure', { provider, duration: durationWords(hours * SECONDS_PER_HOUR, words) }),
  )
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
      <label htmlFor={id} className="min-w-0 flex-1 basis-24 text-sm">
        {stateName}
        <span className="block text-ink-3 text-xs">{inWords.join(', ') || t('mayRest')}</span>
      </label>
      <Input
        id={id}
        type="number"
        min={0.1}
        max={8760}
        step="any"
        disabled={isNever}
        placeholder={isNever ? t('never') : given || t('never')}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value)}
        className="w-28"
      />
      <label htmlFor={`${id}-never`} className="flex items-center gap-2 text-ink-2 text-xs pointer-coarse:h-10">
        <Checkbox
          id={`${id}-never`}
          aria-label={t('neverStuck', { state: stateName })}
          checked={isNever}
          onCheckedChange={(checked) => onChange(checked === true ? null : '')}
        />
        {t('neverLabel')}
      </label>
    </li>
  )
}
