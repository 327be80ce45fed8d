'use client'

import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'

interface TermChipProps {
  /** What it asks for in words; the token itself where it is not understood. */
  words: string
  token: string
  /** The element that says what is wrong with it. */
  faultId?: string
  onEdit: () => void
  onRemove: () => void
}

/** A piece of the query: a click changes it, the cross or Backspace takes it away. */
export function TermChip({ words, token, faultId, onEdit, onRemove }: TermChipProps) {
  const t = useTranslations('search.row')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Backspace' && event.key !== 'Delete') return
    event.preventDefault()
    onRemove()
  }
  return (
    <li
      className={cn(
        'inline-flex h-6 max-w-full items-center rounded-full border text-xs pointer-coarse:h-9',
        faultId ? 'border-bad-line bg-bad-soft text-bad' : 'border-line-strong bg-sunken text-ink',
      )}
    >
      <button
        type="button"
        data-chip
        title={token}
        aria-label={faultId ? t('faulty', { token }) : t('edit', { words, token })}
        aria-describedby={faultId}
        onClick={onEdit}
        onKeyDown={onKeyDown}
        className={cn(
          'h-full min-w-0 truncate rounded-l-full pl-2.5 hover:text-accent',
          faultId && 'font-mono underline decoration-wavy underline-offset-2 hover:text-bad',
        )}
      >
        {words}
      </button>
      <button
        type="button"
        aria-label={t('remove', { token })}
        onClick={onRemove}
        onKeyDown={onKeyDown}
        className="grid h-full w-6 shrink-0 place-items-center rounded-r-full opacity-70 hover:opacity-100 pointer-coarse:w-9"
      >
        <X className="size-3" aria-hidden />
      </button>
    </li>
  )
}
