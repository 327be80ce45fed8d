'use client'

import { Tooltip as Base } from 'radix-ui'
import type { ReactNode } from 'react'

export const TooltipProvider = Base.Provider

/** Words on hover and on focus. `children` must take a ref and accept focus where it matters to keyboard users. */
export function Tooltip({
  words,
  side,
  children,
}: {
  words: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}) {
  return (
    <Base.Root>
      <Base.Trigger asChild>{children}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          side={side ?? 'top'}
          sideOffset={5}
          collisionPadding={8}
          className="z-60 max-w-72 animate-appear rounded-md bg-ink px-2 py-1 text-canvas text-xs shadow-pop"
        >
          {words}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
