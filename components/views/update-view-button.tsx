'use client'

import { Save } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { Button } from '@/components/ui/button'
import { namedColumns, readColumns } from '@/lib/views/columns'
import { changeView } from '@/lib/views/mutations'
import type { ViewItem } from '@/lib/views/schemas'
import type { Shown } from '@/lib/views/shown-view'
import { useViewChange } from './use-view-change'

interface UpdateViewButtonProps {
  view: ViewItem
  shown: Shown
  onDone: () => void
}

/** Lets a view ask for what the list shows now; nothing for whoever may not change it. */
export function UpdateViewButton({ view, shown, onDone }: UpdateViewButtonProps) {
  const t = useTranslations('views')
  const { allowed } = usePermission('operator')
  const save = useViewChange(
    () => changeView(view.id, { query: shown.q.trim(), columns: namedColumns(readColumns(shown.columns)) ?? [] }),
    () => t('edit.saved', { name: view.name }),
    { loud: true, onDone },
  )
  if (view.shared && !allowed) return null
  return (
    <Button
      variant="ghost"
      className="h-auto min-h-8 w-full justify-start whitespace-normal px-2 py-1 text-left"
      aria-disabled={save.isPending}
      onClick={() => save.isPending || save.mutate(undefined)}
    >
      <Save aria-hidden /> <span className="wrap-anywhere min-w-0">{t('menu.update', { name: view.name })}</span>
    </Button>
  )
}
