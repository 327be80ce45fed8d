'use client'

import { X } from 'lucide-react'
import { Dialog as Base } from 'radix-ui'
import { type RefObject, useState } from 'react'
import { useTranslations } from 'use-intl'
import { cn } from './class-names'
import type { DialogContentProps } from './dialog'

interface DialogPanelProps extends DialogContentProps {
  onOpenChange: (open: boolean) => void
  trigger: RefObject<HTMLButtonElement | null>
}

/** An open dialog. Closed, it gives the focus back to its trigger, or to what had it before. */
export function DialogPanel({
  title,
  description,
  shape = 'center',
  className,
  children,
  onOpenChange,
  trigger,
}: DialogPanelProps) {
  const t = useTranslations('ui.dialog')
  const [before] = useState(() => document.activeElement)
  return (
    <Base.Root open onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Overlay className="fixed inset-0 z-40 animate-fade bg-black/35 dark:bg-black/55" />
        <Base.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const next = trigger.current ?? before
            if (next instanceof HTMLElement) next.focus()
          }}
          className={cn(
            'fixed z-50 border border-line bg-surface text-ink shadow-pop outline-none',
            shape === 'center' &&
              'top-[10vh] left-1/2 max-h-[85vh] w-[calc(100vw-1.5rem)] max-w-md -translate-x-1/2 animate-fade overflow-y-auto rounded-xl p-5',
            shape === 'palette' &&
              'top-2 left-1/2 flex max-h-[min(34rem,calc(100dvh-1rem))] w-[calc(100vw-1rem)] max-w-xl -translate-x-1/2 animate-fade flex-col overflow-hidden rounded-xl sm:top-[12vh] sm:max-h-[min(34rem,76vh)]',
            shape === 'panel' && 'inset-y-0 left-0 flex w-72 max-w-[85vw] animate-fade flex-col border-y-0 border-l-0',
            className,
          )}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <Base.Title className={shape === 'center' ? 'pr-8 font-semibold text-base' : 'sr-only'}>{title}</Base.Title>
          {description ? <Base.Description className="mt-1 text-ink-2 text-sm">{description}</Base.Description> : null}
          {children}
          <Base.Close
            aria-label={t('close')}
            className={cn(
              'absolute right-3.5 grid size-7 place-items-center rounded-md text-ink-3 hover:bg-hover hover:text-ink',
              shape === 'palette' ? 'top-2.5' : 'top-3.5',
            )}
          >
            <X className="size-4" />
          </Base.Close>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
