'use client'

import { Slot } from 'radix-ui'
import { type ComponentProps, type MouseEvent, type RefObject, useRef, useState } from 'react'

/** What dialogs and popovers share: whether one is open, and the buttons that open and close it. */
export interface Opening {
  isOpen: boolean
  change: (open: boolean) => void
  trigger: RefObject<HTMLButtonElement | null>
}

export interface OpeningProps {
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** The state is its own where `open` is not given. */
export function useOpening({ open, onOpenChange }: OpeningProps): Opening {
  const trigger = useRef<HTMLButtonElement>(null)
  const [own, setOwn] = useState(false)
  const change = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  return { isOpen: open ?? own, change, trigger }
}

export type PartProps = ComponentProps<'button'> & { asChild?: boolean }

export type TriggerProps = PartProps & {
  /** Somebody may open it next: the time to fetch what stands in it. */
  onReach?: () => void
}

interface OpenerProps extends TriggerProps {
  opening: Opening
  load: () => void
  act: () => void
}

/** The button that opens a panel; reached for, it fetches the panel ahead. */
export function Opener({ opening: { isOpen, trigger }, load, onReach, ...props }: OpenerProps) {
  const reach = () => {
    load()
    onReach?.()
  }
  return (
    <Acting
      ref={trigger}
      type="button"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onPointerEnter={reach}
      onFocus={reach}
      {...props}
    />
  )
}

/** A button that closes the panel it stands in. */
export function Closer({ change, ...props }: PartProps & Pick<Opening, 'change'>) {
  return <Acting {...(props.asChild ? {} : { type: 'button' })} act={() => change(false)} {...props} />
}

/** Acts when it is clicked, unless its own `onClick` prevents that. */
function Acting({ act, asChild, onClick, ...props }: PartProps & { act: () => void }) {
  const Part = asChild ? Slot.Root : 'button'
  return (
    <Part
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        onClick?.(event)
        if (!event.defaultPrevented) act()
      }}
      {...props}
    />
  )
}
