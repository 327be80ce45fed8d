'use client'

import { Slot } from 'radix-ui'
import { type ComponentProps, createContext, type RefObject, useContext, useId, useRef, useState } from 'react'
import { later } from './later'

/** What a popover is made of once it is open: the heaviest part of it, which few reach for at once. */
const Panel = later(() => import('./popover-panel').then(({ PopoverPanel }) => PopoverPanel))
export const loadPopover = Panel.load

interface Shared {
  id: string
  isOpen: boolean
  change: (open: boolean) => void
  trigger: RefObject<HTMLButtonElement | null>
  anchor: RefObject<HTMLElement | null>
}

const PopoverContext = createContext<Shared | null>(null)

interface PopoverProps {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** What it stands beside; its trigger where not given. */
  anchor?: RefObject<HTMLElement | null>
  children: React.ReactNode
}

export function Popover({ open, onOpenChange, anchor, children }: PopoverProps) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const [own, setOwn] = useState(false)
  const change = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  return (
    <PopoverContext value={{ id, isOpen: open ?? own, change, trigger, anchor: anchor ?? trigger }}>
      {children}
    </PopoverContext>
  )
}

type TriggerProps = ComponentProps<'button'> & { asChild?: boolean } & {
  /** Somebody may open it next: the time to fetch what stands in it. */
  onReach?: () => void
}

export function PopoverTrigger({ asChild, onReach, onClick, ...props }: TriggerProps) {
  const { id, isOpen, change, trigger } = useShared()
  const Part = asChild ? Slot.Root : 'button'
  const reach = () => {
    loadPopover()
    onReach?.()
  }
  return (
    <Part
      ref={trigger}
      type="button"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      data-state={isOpen ? 'open' : 'closed'}
      onPointerEnter={reach}
      onFocus={reach}
      onClick={(event: React.MouseEvent<HTMLButtonElement>) => {
        onClick?.(event)
        if (!event.defaultPrevented) change(!isOpen)
      }}
      {...props}
    />
  )
}

/** Closes the popover that it stands in. */
export function PopoverClose({ asChild, onClick, ...props }: ComponentProps<'button'> & { asChild?: boolean }) {
  const { change } = useShared()
  const Part = asChild ? Slot.Root : 'button'
  return (
    <Part
      {...(asChild ? {} : { type: 'button' })}
      onClick={(event: React.MouseEvent<HTMLButtonElement>) => {
        onClick?.(event)
        if (!event.defaultPrevented) change(false)
      }}
      {...props}
    />
  )
}

export function PopoverContent(props: Omit<ComponentProps<typeof Panel>, 'shared'>) {
  const shared = useShared()
  if (!shared.isOpen) return null
  return <Panel id={shared.id} {...props} shared={shared} />
}

export type SharedOfPopover = Omit<Shared, 'id' | 'isOpen'>

function useShared(): Shared {
  const shared = useContext(PopoverContext)
  if (!shared) throw new Error('The parts of a popover stand inside of Popover')
  return shared
}
