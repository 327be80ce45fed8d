'use client'

import { Slot } from 'radix-ui'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { place, type Side } from './tooltip-place'

const DELAY_MS = 300
/** To reach the words with the pointer, across the gap. */
const GRACE_MS = 120

interface TooltipProps {
  words: ReactNode
  side?: Side
  children: ReactNode
}

/** Words on hover and on focus. `children` must take a ref and accept focus where it matters to keyboard users. */
export function Tooltip({ words, side = 'top', children }: TooltipProps) {
  const id = useId()
  const trigger = useRef<HTMLElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isOpen, setIsOpen] = useState(false)

  function change(open: boolean, delayMs = 0) {
    clearTimeout(timer.current)
    if (delayMs === 0) setIsOpen(open)
    else timer.current = setTimeout(() => setIsOpen(open), delayMs)
  }

  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!isOpen) return
    const close = () => setIsOpen(false)
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && close()
    const options = { capture: true }
    document.addEventListener('keydown', onKeyDown, options)
    document.addEventListener('scroll', close, options)
    return () => {
      document.removeEventListener('keydown', onKeyDown, options)
      document.removeEventListener('scroll', close, options)
    }
  }, [isOpen])

  return (
    <>
      <Slot.Root
        ref={trigger}
        aria-describedby={isOpen ? id : undefined}
        onPointerEnter={(event) => event.pointerType !== 'touch' && change(true, DELAY_MS)}
        onPointerLeave={() => change(false, GRACE_MS)}
        onPointerDown={() => change(false)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && change(true)}
        onBlur={() => change(false)}
      >
        {children}
      </Slot.Root>
      {isOpen
        ? createPortal(
            <div
              id={id}
              role="tooltip"
              ref={(bubble) => {
                if (bubble && trigger.current) place(bubble, trigger.current, side)
              }}
              onPointerEnter={() => change(true)}
              onPointerLeave={() => change(false, GRACE_MS)}
              className="fixed top-0 left-0 z-60 max-w-72 animate-appear rounded-md bg-ink px-2 py-1 text-canvas text-xs shadow-pop"
            >
              {words}
            </div>,
            document.body,
          )
        : null}
    </>
  )
}
