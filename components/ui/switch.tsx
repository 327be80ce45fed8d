'use client'

import { Switch as Base } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names'

export function Switch({ className, ...props }: ComponentProps<typeof Base.Root>) {
  return (
    <Base.Root
      className={cn(
        'inline-flex h-4.5 w-8 shrink-0 items-center rounded-full bg-line-strong px-0.5 transition-colors disabled:cursor-not-allowed disabled:opacity-55 data-[state=checked]:bg-accent',
        className,
      )}
      {...props}
    >
      <Base.Thumb className="size-3.5 rounded-full bg-white shadow-xs transition-transform data-[state=checked]:translate-x-3.5" />
    </Base.Root>
  )
}
