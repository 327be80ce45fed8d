'use client'

import { useQuery } from '@tanstack/react-query'
import { RotateCcw, X } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Button } from '@/components/ui/button'
import { summaryOptions } from '@/lib/search/summary/query-options'
import { countWords } from './summary/count-words'
import type { Selection } from './use-selection'
import { useSelectionReplay } from './use-selection-replay'

interface SelectionBarProps {
  selection: Selection
  /** What the list was asked for. */
  q: string
  onReplay: () => void
}

/** How many rows are selected, and what can be done with them. */
export function SelectionBar({ selection, q, onReplay }: SelectionBarProps) {
  const t = useTranslations('events.selection')
  const { why, replay } = useSelectionReplay(selection, onReplay)
  const { ids, isAll, selectAll, clear } = selection
  if (!isAll && ids.size === 0) return null
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-20 flex justify-center px-2">
      <section
        aria-label={t('label')}
        className="pointer-events-auto flex max-w-full animate-appear flex-wrap items-center justify-center gap-x-2 gap-y-1 rounded-xl border border-line-strong bg-surface py-1.5 pr-1.5 pl-3.5 shadow-pop"
      >
        <span role="status" className="font-medium tabular-nums">
          {isAll ? <AllWords q={q} /> : t('some', { count: ids.size })}
        </span>
        {isAll ? null : (
          <Button size="sm" variant="ghost" onClick={selectAll}>
            {t('selectAll')}
          </Button>
        )}
        <ActionButton size="sm" variant="primary" why={why} onClick={replay}>
          <RotateCcw aria-hidden /> {t('replay')}
        </ActionButton>
        <Button size="icon" variant="ghost" aria-label={t('clear')} title={`${t('clear')} (Esc)`} onClick={clear}>
          <X aria-hidden />
        </Button>
      </section>
    </div>
  )
}

/** The number that the list says match; without one where that is not known, or only of a part. */
function AllWords({ q }: { q: string }) {
  const t = useTranslations('events.selection')
  const locale = useLocale()
  const { data, isPlaceholderData } = useQuery(summaryOptions(q))
  if (!data || isPlaceholderData || data.coverage.from !== null) return t('all')
  return t('allOf', { count: data.total.count, words: countWords(data.total, locale) })
}
