'use client'

import { Popover as Base } from 'radix-ui'
import { type ComponentProps, type RefObject, useRef } from 'react'
import { cn } from './class-names'
import type { SharedOfPopover } from './popover'

type PopoverPanelProps = ComponentProps<typeof Base.Content> & { shared: SharedOfPopover }

/** An open popover. Closed from within, it gives the focus back to its trigger. */
export function PopoverPanel({ shared, className, onInteractOutside, onCloseAutoFocus, ...props }: PopoverPanelProps) {
  const { change, trigger, anchor } = shared
  const isLeft = useRef(false)
  return (
    <Base.Root open onOpenChange={change}>
      <Base.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Base.Portal>
        <Base.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onInteractOutside={(event) => {
            onInteractOutside?.(event)
            // The trigger closes it by itself: closed here, its click would open it again.
            if (event.target instanceof Node && trigger.current?.contains(event.target)) event.preventDefault()
            if (!event.defaultPrevented) isLeft.current = true
          }}
          onCloseAutoFocus={(event) => {
            onCloseAutoFocus?.(event)
            if (!event.defaultPrevented && !isLeft.current) trigger.current?.focus()
            event.preventDefault()
          }}
          className={cn(
            'z-50 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] animate-appear overflow-y-auto rounded-lg border border-line bg-surface text-ink shadow-pop outline-none',
            className,
          )}
          {...props}
        />
      </Base.Portal>
    </Base.Root>
  )
}
