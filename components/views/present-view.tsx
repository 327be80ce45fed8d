'use client'

import { Pencil, Pin, PinOff, Save } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { namedColumns, readColumns } from '@/lib/views/columns'
import { changeView } from '@/lib/views/mutations'
import type { ChangeView, ViewItem } from '@/lib/views/schemas'
import { isShown, type Shown } from '@/lib/views/shown-view'
import { useViewChange } from './use-view-change'

interface PresentViewProps {
  view: ViewItem
  shown: Shown
  onEdit: () => void
}

/** The view that the list shows, and what can be done with it. */
export function PresentView({ view, shown, onEdit }: PresentViewProps) {
  const t = useTranslations('views')
  const permission = usePermission('operator')
  const why = view.shared ? permission.why : undefined
  const change = useViewChange(
    (part: ChangeView) => changeView(view.id, part),
    () => t('edit.saved', { name: view.name }),
    { loud: true },
  )
  const columns = namedColumns(readColumns(shown.columns)) ?? []
  return (
    <section aria-label={t('menu.present')} className="mb-1 border-b px-2 pt-1.5 pb-2">
      <p className="text-2xs text-ink-3">{t('menu.present')}</p>
      <p className="truncate font-medium text-sm" title={view.name}>
        {view.name}
      </p>
      <div className="mt-1.5 flex flex-wrap gap-1">
        <ActionButton size="sm" why={view.isMine ? undefined : why} onClick={onEdit}>
          <Pencil aria-hidden /> {t('menu.rename')}
        </ActionButton>
        <ActionButton size="sm" why={why} onClick={() => change.mutate({ pinned: !view.pinned })}>
          {view.pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          {t(view.pinned ? 'menu.unpin' : 'menu.pin')}
        </ActionButton>
        {isShown(view, shown) ? null : (
          <ActionButton size="sm" why={why} onClick={() => change.mutate({ columns })}>
            <Save aria-hidden /> {t('menu.keepColumns')}
          </ActionButton>
        )}
      </div>
    </section>
  )
}
