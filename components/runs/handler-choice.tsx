'use client'

import type { ReactNode } from 'react'
import { Checkbox } from '@/components/ui/checkbox'

export interface Choice {
  key: string
  /** "forward to Warehouse" */
  name: string
  note?: ReactNode
}

interface HandlerChoiceProps {
  legend: string
  choices: readonly Choice[]
  chosen: ReadonlySet<string>
  onChange: (chosen: Set<string>) => void
}

/** Which handlers and destinations. */
export function HandlerChoice({ legend, choices, chosen, onChange }: HandlerChoiceProps) {
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    onChange(next)
  }
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      <ul className="divide-y rounded-md border">
        {choices.map(({ key, name, note }) => (
          <li key={key}>
            <label
              htmlFor={`choice-${key}`}
              className="flex cursor-pointer items-center gap-2.5 px-3 py-2 hover:bg-hover pointer-coarse:py-3"
            >
              <Checkbox id={`choice-${key}`} checked={chosen.has(key)} onCheckedChange={() => toggle(key)} />
              <span className="min-w-0 flex-1 truncate first-letter:uppercase">{name}</span>
              {note ? <span className="shrink-0 text-ink-3 text-xs tabular-nums">{note}</span> : null}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
