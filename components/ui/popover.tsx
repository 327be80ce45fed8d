'use client'

import { Popover as Base } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names'

export const Popover = Base.Root
export const PopoverTrigger = Base.Trigger
export const PopoverAnchor = Base.Anchor
export const PopoverClose = Base.Close

export function PopoverContent({ className, ...props }: ComponentProps<typeof Base.Content>) {
  return (
    <Base.Portal>
      <Base.Content
        align="start"
        sideOffset={6}
        collisionPadding={8}
        className={cn(
          'z-50 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] animate-appear overflow-y-auto rounded-lg border border-line bg-surface text-ink shadow-pop outline-none',
          className,
        )}
        {...props}
      />
    </Base.Portal>
  )
}
