'use client'

import { createContext, type ReactNode, useContext } from 'react'
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

/** What a dialog is made of once it is open. */
const Panel = later(() => import('./dialog-panel').then(({ DialogPanel }) => DialogPanel))
export const loadDialog = Panel.load

const DialogContext = createContext<Opening | null>(null)

export function Dialog({ children, ...props }: OpeningProps & { children: ReactNode }) {
  return <DialogContext value={useOpening(props)}>{children}</DialogContext>
}

export function DialogTrigger(props: TriggerProps) {
  const opening = useShared()
  return <Opener opening={opening} load={loadDialog} act={() => opening.change(true)} {...props} />
}

/** Closes the dialog that it stands in. */
export function DialogClose(props: PartProps) {
  return <Closer change={useShared().change} {...props} />
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

function useShared(): Opening {
  const shared = useContext(DialogContext)
  if (!shared) throw new Error('The parts of a dialog stand inside of Dialog')
  return shared
}
