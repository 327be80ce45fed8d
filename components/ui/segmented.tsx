'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { cn } from './class-names'

interface SegmentedProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string; content?: ReactNode }[]
  onChange: (value: Value) => void
  className?: string
}

/** One choice out of a few, all in view. The arrow keys go from one to the next. */
export function Segmented<Value extends string>({ label, value, options, onChange, className }: SegmentedProps<Value>) {
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cn('inline-flex rounded-md border border-line bg-sunken p-0.5', className)}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: an input cannot hold an icon
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          aria-label={option.content ? option.label : undefined}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => option.value === value || onChange(option.value)}
          onKeyDown={moveFocus}
          className="inline-flex h-6 flex-1 items-center justify-center gap-1 whitespace-nowrap rounded-[5px] px-1.5 text-ink-2 text-xs hover:text-ink aria-checked:bg-surface aria-checked:font-medium aria-checked:text-ink aria-checked:shadow-xs dark:aria-checked:bg-hover pointer-coarse:h-8 [&_svg]:size-3.5"
        >
          {option.content ?? option.label}
        </button>
      ))}
    </div>
  )
}

const STEPS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** To the button before or after, from the last on to the first. Chosen it is by Enter or the space bar. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = STEPS[event.key]
  const buttons = [...(event.currentTarget.parentElement?.children ?? [])]
  if (!step) return
  event.preventDefault()
  const next = buttons.at((buttons.indexOf(event.currentTarget) + step) % buttons.length)
  if (next instanceof HTMLElement) next.focus()
}
