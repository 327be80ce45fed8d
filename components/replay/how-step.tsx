'use client'

import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { HandlerChoice } from '@/components/runs/handler-choice'
import { runName } from '@/components/runs/run-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { formatCount } from '@/lib/events/format'
import type { ReplayPreview } from '@/lib/replay/schemas'
import { handlersOptions } from '@/lib/runs/query-options'
import type { How } from './order'

const SPEEDS = [
  { value: 'full', label: 'As quick as they go' },
  { value: '100', label: '100 runs per second' },
  { value: '20', label: '20 runs per second' },
  { value: '5', label: '5 runs per second' },
  { value: '1', label: '1 run per second' },
] as const

interface HowStepProps {
  everything: ReplayPreview | undefined
  how: How
  onChange: (part: Partial<How>) => void
  onBack: () => void
  onNext: () => void
}

/** The second step: which handlers, how fast, why, and whether what is out of date goes too. */
export function HowStep({ everything, how, onChange, onBack, onNext }: HowStepProps) {
  const handlers = useQuery(handlersOptions())
  const counted = new Map(everything?.targets.map((target) => [target.key, target.runs]))
  const chosen = how.handlers ?? new Set(counted.keys())
  const stale = everything?.excluded.find(({ reason }) => reason === 'stale')
  const missing = chosen.size === 0 ? 'Choose a handler.' : how.reason.trim() === '' ? 'A reason is needed.' : null
  const speed = SPEEDS.find(({ value }) => value === String(how.ratePerSecond))?.value ?? 'full'

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!missing) onNext()
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <HandlerChoice
        legend="Which handlers"
        choices={(handlers.data?.items ?? []).map((target) => {
          const runs = counted.get(target.key)
          return {
            key: target.key,
            name: runName(target),
            note: runs === undefined ? 'for the first time' : formatCount(runs, 'run'),
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
            Include {formatCount(stale.runs, 'run')} that a later event has overtaken
            <span className="block text-ink-3 text-xs">{stale.explanation}</span>
          </span>
        </label>
      ) : null}
      <Field id="replay-speed" label="Speed" hint="Within one order, events keep the order in which they occurred.">
        <Select
          id="replay-speed"
          label="Speed"
          value={speed}
          options={SPEEDS}
          onChange={(value) => onChange({ ratePerSecond: value === 'full' ? null : Number(value) })}
        />
      </Field>
      <Field id="replay-reason" label="Reason" hint="One sentence for those who look at this later">
        <Input
          id="replay-reason"
          required
          maxLength={500}
          autoComplete="off"
          aria-describedby="replay-reason-note"
          placeholder="The warehouse was down last night"
          value={how.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      </Field>
      <div className="flex items-center justify-end gap-2">
        {missing ? <p className="mr-auto text-ink-3 text-xs">{missing}</p> : null}
        <Button onClick={onBack}>Back</Button>
        <Button type="submit" variant="primary" aria-disabled={missing !== null}>
          Next: confirm
        </Button>
      </div>
    </form>
  )
}
