'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Select as Base } from 'radix-ui'
import type { AriaAttributes } from 'react'
import { cn } from './class-names'

interface SelectProps<Value extends string> extends AriaAttributes {
  id?: string
  label: string
  value: Value
  options: readonly { value: Value; label: string; note?: string }[]
  onChange: (value: Value) => void
  disabled?: boolean
  className?: string
}

export function Select<Value extends string>({
  id,
  label,
  value,
  options,
  onChange,
  disabled,
  className,
  ...aria
}: SelectProps<Value>) {
  return (
    <Base.Root
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next)
        if (option) onChange(option.value)
      }}
    >
      <Base.Trigger
        id={id}
        {...aria}
        aria-label={label}
        className={cn(
          'inline-flex h-8 items-center justify-between gap-2 rounded-md border border-line-strong bg-surface px-2.5 text-ink text-sm shadow-xs hover:bg-hover disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-2 pointer-coarse:h-10',
          className,
        )}
      >
        <Base.Value />
        <ChevronDown className="size-3.5 text-ink-3" aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-60 min-w-(--radix-select-trigger-width) max-w-80 animate-appear rounded-lg border border-line bg-surface p-1 text-ink shadow-pop"
        >
          <Base.Viewport>
            {options.map((option) => (
              <Base.Item
                key={option.value}
                value={option.value}
                className="flex cursor-pointer select-none items-start gap-2 rounded-md py-1.5 pr-3 pl-2 text-sm outline-none data-highlighted:bg-hover"
              >
                <span className="mt-0.5 size-3.5 shrink-0">
                  <Base.ItemIndicator>
                    <Check className="size-3.5 text-accent" aria-hidden />
                  </Base.ItemIndicator>
                </span>
                <span>
                  <Base.ItemText>{option.label}</Base.ItemText>
                  {option.note ? <span className="block text-ink-3 text-xs">{option.note}</span> : null}
                </span>
              </Base.Item>
            ))}
          </Base.Viewport>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
