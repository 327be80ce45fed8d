'use client'

import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { HandlerChoice } from '@/components/runs/handler-choice'
import { runName } from '@/components/runs/run-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { ReplayPreview } from '@/lib/replay/schemas'
import { handlersOptions } from '@/lib/runs/query-options'
import type { How } from './order'

/** Runs per second. */
const SPEEDS = ['100', '20', '5', '1'] as const

interface HowStepProps {
  everything: ReplayPreview | undefined
  how: How
  onChange: (part: Partial<How>) => void
  onBack: () => void
  onNext: () => void
}

/** The second step: which handlers, how fast, why, and whether what is out of date goes too. */
export function HowStep({ everything, how, onChange, onBack, onNext }: HowStepProps) {
  const t = useTranslations('replay')
  const words = useTranslations('words')
  const handlers = useQuery(handlersOptions())
  const counted = new Map(everything?.targets.map((target) => [target.key, target.runs]))
  const chosen = how.handlers ?? new Set(counted.keys())
  const stale = everything?.excluded.find(({ reason }) => reason === 'stale')
  const missing = chosen.size === 0 ? t('how.noHandler') : how.reason.trim() === '' ? t('how.noReason') : null
  const speeds = [
    { value: 'full', label: t('how.fullSpeed') },
    ...SPEEDS.map((value) => ({ value, label: t('how.runsPerSecond', { count: Number(value) }) })),
  ] as const
  const speed = SPEEDS.find((value) => value === String(how.ratePerSecond)) ?? 'full'

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!missing) onNext()
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <HandlerChoice
        legend={t('how.handlers')}
        choices={(handlers.data?.items ?? []).map((target) => {
          const runs = counted.get(target.key)
          return {
            key: target.key,
            name: runName(target, words),
            note: runs === undefined ? t('how.firstTime') : t('counts.runs', { count: runs }),
          }
        })}
        chosen={chosen}
        onChange={(next) => onChange({ handlers: next })}
      />
      {stale ? (
        <label htmlFor="include-stale" className="flex cursor-pointer gap-2.5">
          <Checkbox
            id="include-stale"
            className="mt-0.5"
            checked={how.includeStale}
            onCheckedChange={(checked) => onChange({ includeStale: checked === true })}
          />
          <span>
            {t('how.includeStale', { count: stale.runs })}
            <span className="block text-ink-3 text-xs">{words('exclusions.stale')}</span>
          </span>
        </label>
      ) : null}
      <Field id="replay-speed" label={t('how.speed')} hint={t('how.speedHint')}>
        <Select
          id="replay-speed"
          label={t('how.speed')}
          value={speed}
          options={speeds}
          onChange={(value) => onChange({ ratePerSecond: value === 'full' ? null : Number(value) })}
        />
      </Field>
      <Field id="replay-reason" label={t('how.reason')} hint={t('how.reasonHint')}>
        <Input
          id="replay-reason"
          required
          maxLength={500}
          autoComplete="off"
          placeholder={t('how.reasonExample')}
          value={how.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      </Field>
      <div className="flex items-center justify-end gap-2">
        {missing ? <p className="mr-auto text-ink-3 text-xs">{missing}</p> : null}
        <Button onClick={onBack}>{t('how.back')}</Button>
        <Button type="submit" variant="primary" aria-disabled={missing !== null}>
          {t('how.next')}
        </Button>
      </div>
    </form>
  )
}
