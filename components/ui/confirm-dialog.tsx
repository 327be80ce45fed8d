'use client'

import { Slot } from 'radix-ui'
import { lazy, type MouseEvent, type ReactNode, Suspense, useRef, useState } from 'react'

const load = () => import('./confirm-panel')
const Panel = lazy(() => load().then(({ ConfirmPanel }) => ({ default: ConfirmPanel })))

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
        onPointerEnter={load}
        onFocus={load}
        onClick={(event: MouseEvent) => {
          if (!event.defaultPrevented) setIsOpen(true)
        }}
      >
        {children}
      </Slot.Root>
      {isOpen ? (
        <Suspense fallback={null}>
          <Panel {...props} trigger={trigger} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
