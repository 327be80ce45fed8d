'use client'

import { Slot } from 'radix-ui'
import { type ComponentProps, createContext, type ReactNode, type RefObject, useContext, useRef, useState } from 'react'
import { later } from './later'

/** What a dialog is made of once it is open. */
const Panel = later(() => import('./dialog-panel').then(({ DialogPanel }) => DialogPanel))
export const loadDialog = Panel.load

interface Shared {
  isOpen: boolean
  change: (open: boolean) => void
  trigger: RefObject<HTMLButtonElement | null>
}

const DialogContext = createContext<Shared | null>(null)

interface DialogProps {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

export function Dialog({ open, onOpenChange, children }: DialogProps) {
  const trigger = useRef<HTMLButtonElement>(null)
  const [own, setOwn] = useState(false)
  const change = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  return <DialogContext value={{ isOpen: open ?? own, change, trigger }}>{children}</DialogContext>
}

type PartProps = ComponentProps<'button'> & { asChild?: boolean }

type TriggerProps = PartProps & {
  /** Somebody may open it next: the time to fetch what stands in it. */
  onReach?: () => void
}

export function DialogTrigger({ asChild, onReach, onClick, ...props }: TriggerProps) {
  const { isOpen, change, trigger } = useShared()
  const Part = asChild ? Slot.Root : 'button'
  const reach = () => {
    loadDialog()
    onReach?.()
  }
  return (
    <Part
      ref={trigger}
      type="button"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onPointerEnter={reach}
      onFocus={reach}
      onClick={(event: React.MouseEvent<HTMLButtonElement>) => {
        onClick?.(event)
        if (!event.defaultPrevented) change(true)
      }}
      {...props}
    />
  )
}

/** Closes the dialog that it stands in. */
export function DialogClose({ asChild, onClick, ...props }: PartProps) {
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

export interface DialogContentProps {
  title: string
  description?: ReactNode
  /** `panel` slides over the left edge, as a menu on a narrow screen; `palette` has its field in place of a title. */
  shape?: 'center' | 'panel' | 'palette'
  className?: string
  children: ReactNode
}

export function DialogContent(props: DialogContentProps) {
  const { isOpen, change, trigger } = useShared()
  if (!isOpen) return null
  return <Panel {...props} onOpenChange={change} trigger={trigger} />
}

function useShared(): Shared {
  const shared = useContext(DialogContext)
  if (!shared) throw new Error('The parts of a dialog stand inside of Dialog')
  return shared
}
