'use client'

import { AlertDialog as Base } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { buttonStyle } from './button'

interface ConfirmPanelProps {
  title: string
  description: ReactNode
  confirm: string
  danger?: boolean
  onConfirm: () => void
  trigger: RefObject<HTMLElement | null>
  onClose: () => void
}

/** The open question of confirm-dialog.tsx. */
export function ConfirmPanel({ title, description, confirm, danger, onConfirm, trigger, onClose }: ConfirmPanelProps) {
  const t = useTranslations('ui.confirmDialog')
  return (
    <Base.Root open onOpenChange={onClose}>
      <Base.Portal>
        <Base.Overlay className="fixed inset-0 z-40 animate-fade bg-black/35 dark:bg-black/55" />
        <Base.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            trigger.current?.focus()
          }}
          className="fixed top-[18vh] left-1/2 z-50 w-[calc(100vw-1.5rem)] max-w-md -translate-x-1/2 animate-fade rounded-xl border border-line bg-surface p-5 text-ink shadow-pop outline-none"
        >
          <Base.Title className="font-semibold text-base">{title}</Base.Title>
          <Base.Description className="mt-1.5 text-ink-2 text-sm">{description}</Base.Description>
          <div className="mt-5 flex justify-end gap-2">
            <Base.Cancel className={buttonStyle({ variant: 'secondary' })}>{t('cancel')}</Base.Cancel>
            <Base.Action className={buttonStyle({ variant: danger ? 'danger' : 'primary' })} onClick={onConfirm}>
              {confirm}
            </Base.Action>
          </div>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
