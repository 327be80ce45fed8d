'use client'

import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/checkbox'
import type { EventItem } from '@/lib/events/schemas'
import type { Selection } from './use-selection'

/** Selects a row; with Shift, all rows up to the one before. */
export function RowCheckbox({ item, selection }: { item: EventItem; selection: Selection }) {
  const t = useTranslations('events.row')
  const isRejected = item.kind === 'rejected'
  const name = [item.type ?? t('unknownType'), item.subject?.label].filter(Boolean).join(' ')
  return (
    <span className="relative z-1 -m-2 grid place-items-center p-2" title={isRejected ? t('cannotReplay') : undefined}>
      <Checkbox
        aria-label={t('select', { name })}
        data-of-row={item.id}
        disabled={isRejected}
        checked={!isRejected && selection.isSelected(item.id)}
        onClick={(event) => {
          event.preventDefault()
          selection.toggle(item.id, event.shiftKey)
        }}
      />
    </span>
  )
}

/** Selects all rows that are loaded, or none. */
export function LoadedCheckbox({ selection }: { selection: Selection }) {
  const t = useTranslations('events.row')
  const { ids, isAll, hasAllLoaded, toggleLoaded } = selection
  return (
    <Checkbox
      aria-label={t('selectLoaded')}
      checked={isAll || hasAllLoaded ? true : ids.size > 0 ? 'indeterminate' : false}
      onCheckedChange={toggleLoaded}
    />
  )
}
