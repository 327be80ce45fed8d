'use client'

import { type ComponentProps, createContext, type ReactNode, type RefObject, useContext, useId } from 'react'
import { later } from './later'
import {
  Closer,
  Opener,
  type Opening,
  type OpeningProps,
  type PartProps,
  type TriggerProps,
  useOpening,
} from './opening'

/** What a popover is made of once it is open: the heaviest part of it, which few reach for at once. */
const Panel = later(() => import('./popover-panel').then(({ PopoverPanel }) => PopoverPanel))
export const loadPopover = Panel.load

interface Shared extends Opening {
  id: string
  anchor: RefObject<HTMLElement | null>
}

const PopoverContext = createContext<Shared | null>(null)

interface PopoverProps extends OpeningProps {
  /** What it stands beside; its trigger where not given. */
  anchor?: RefObject<HTMLElement | null>
  children: ReactNode
}

export function Popover({ anchor, children, ...props }: PopoverProps) {
  const id = useId()
  const opening = useOpening(props)
  return <PopoverContext value={{ ...opening, id, anchor: anchor ?? opening.trigger }}>{children}</PopoverContext>
}

export function PopoverTrigger(props: TriggerProps) {
  const shared = useShared()
  const { id, isOpen, change } = shared
  return (
    <Opener
      opening={shared}
      load={loadPopover}
      act={() => change(!isOpen)}
      aria-controls={isOpen ? id : undefined}
      data-state={isOpen ? 'open' : 'closed'}
      {...props}
    />
  )
}

/** Closes the popover that it stands in. */
export function PopoverClose(props: PartProps) {
  return <Closer change={useShared().change} {...props} />
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
