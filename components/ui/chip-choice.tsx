'use client'

import { Check } from 'lucide-react'
import { cn } from './class-names'

interface ChipChoiceProps {
  legend: string
  note?: string
  options: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  disabled?: boolean
}

/** Any number out of a few, all in view. */
export function ChipChoice({ legend, note, options, chosen, onChange, disabled }: ChipChoiceProps) {
  return (
    <fieldset disabled={disabled}>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map(({ value, label }) => {
          const isChosen = chosen.includes(value)
          return (
            <button
              key={value}
              type="button"
              aria-pressed={isChosen}
              onClick={() => onChange(isChosen ? chosen.filter((each) => each !== value) : [...chosen, value])}
              className={cn(
                'inline-flex h-7 max-w-full items-center gap-1 rounded-full border px-2.5 text-xs disabled:cursor-not-allowed pointer-coarse:h-9',
                isChosen
                  ? 'border-accent bg-accent-soft font-medium text-accent'
                  : 'border-line-strong text-ink-2 hover:bg-hover',
              )}
            >
              {isChosen ? <Check className="size-3 shrink-0" aria-hidden /> : null}
              <span className="truncate">{label}</span>
            </button>
          )
        })}
      </div>
      {note ? <p className="mt-1 text-ink-3 text-xs">{note}</p> : null}
    </fieldset>
  )
}
