'use client'

import { useQuery } from '@tanstack/react-query'
import { RotateCcw, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { Button } from '@/components/ui/button'
import { previewOptions } from '@/lib/replay/query-options'
import { MAX_SELECTED, type Selection } from './use-selection'

interface SelectionBarProps {
  selection: Selection
  filter: Record<string, string>
  onReplay: () => void
}

/** How many rows are selected, and what can be done with them. */
export function SelectionBar({ selection, filter, onReplay }: SelectionBarProps) {
  const t = useTranslations('events.selection')
  const { why } = usePermission('operator')
  const { ids, isAll, selectAll, clear } = selection
  const all = useQuery({ ...previewOptions({ filter, includeStale: false }), enabled: isAll && why === undefined })
  if (!isAll && ids.size === 0) return null
  const tooMany = !isAll && ids.size > MAX_SELECTED ? t('tooMany', { most: MAX_SELECTED }) : undefined
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-20 flex justify-center px-2">
      <section
        aria-label={t('label')}
        className="pointer-events-auto flex max-w-full animate-appear flex-wrap items-center justify-center gap-x-2 gap-y-1 rounded-xl border border-line-strong bg-surface py-1.5 pr-1.5 pl-3.5 shadow-pop"
      >
        <span role="status" className="font-medium tabular-nums">
          {!isAll ? t('some', { count: ids.size }) : all.data ? t('allOf', { count: all.data.events }) : t('all')}
        </span>
        {isAll ? null : (
          <Button size="sm" variant="ghost" onClick={selectAll}>
            {t('selectAll')}
          </Button>
        )}
        <ActionButton size="sm" variant="primary" why={why ?? tooMany} onClick={onReplay}>
          <RotateCcw aria-hidden /> {t('replay')}
        </ActionButton>
        <Button size="icon" variant="ghost" aria-label={t('clear')} title={`${t('clear')} (Esc)`} onClick={clear}>
          <X aria-hidden />
        </Button>
      </section>
    </div>
  )
}
