'use client'

import { Slot } from 'radix-ui'
import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { later } from './later'

const Panel = later(() => import('./confirm-panel').then(({ ConfirmPanel }) => ConfirmPanel))

interface ConfirmDialogProps {
  title: string
  description: ReactNode
  confirm: string
  danger?: boolean
  onConfirm: () => void
  children: ReactNode
}

/** Asks before something that is hard to undo. `children` is the button that opens it. */
export function ConfirmDialog({ children, ...props }: ConfirmDialogProps) {
  const trigger = useRef<HTMLElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Slot.Root
        ref={trigger}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={Panel.load}
        onFocus={Panel.load}
        onClick={(event: MouseEvent) => {
          if (!event.defaultPrevented) setIsOpen(true)
        }}
      >
        {children}
      </Slot.Root>
      {isOpen ? <Panel {...props} trigger={trigger} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
