'use client'

import { Slot } from 'radix-ui'
import {
  type ComponentProps,
  createContext,
  lazy,
  type RefObject,
  Suspense,
  useContext,
  useId,
  useRef,
  useState,
} from 'react'

/** What a popover is made of once it is open: the heaviest part of it, which few reach for at once. */
export const loadPopover = () => import('./popover-panel')
const Panel = lazy(() => loadPopover().then(({ PopoverPanel }) => ({ default: PopoverPanel })))

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

export function PopoverTrigger({ asChild, onClick, ...props }: ComponentProps<'button'> & { asChild?: boolean }) {
  const { id, isOpen, change, trigger } = useShared()
  const Part = asChild ? Slot.Root : 'button'
  return (
    <Part
      ref={trigger}
      type="button"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      data-state={isOpen ? 'open' : 'closed'}
      onPointerEnter={loadPopover}
      onFocus={loadPopover}
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
  return (
    <Suspense fallback={null}>
      <Panel id={shared.id} {...props} shared={shared} />
    </Suspense>
  )
}

export type SharedOfPopover = Omit<Shared, 'id' | 'isOpen'>

function useShared(): Shared {
  const shared = useContext(PopoverContext)
  if (!shared) throw new Error('The parts of a popover stand inside of Popover')
  return shared
}
