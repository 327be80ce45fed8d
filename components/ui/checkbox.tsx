'use client'

import { Check, Minus } from 'lucide-react'
import { Checkbox as Base } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names'

export function Checkbox({ className, ...props }: ComponentProps<typeof Base.Root>) {
  return (
    <Base.Root
      className={cn(
        'group grid size-4 shrink-0 place-items-center rounded border border-line-strong bg-surface text-on-accent disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken data-[state=checked]:border-accent data-[state=indeterminate]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent',
        className,
      )}
      {...props}
    >
      <Base.Indicator>
        <Check className="size-3 group-data-[state=indeterminate]:hidden" strokeWidth={3} aria-hidden />
        <Minus className="hidden size-3 group-data-[state=indeterminate]:block" strokeWidth={3} aria-hidden />
      </Base.Indicator>
    </Base.Root>
  )
}
