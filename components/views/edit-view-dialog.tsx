'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { namedColumns, readColumns } from '@/lib/views/columns'
import { changeView, removeView } from '@/lib/views/mutations'
import type { ChangeView, ViewItem } from '@/lib/views/schemas'
import { isShown, type Shown } from '@/lib/views/shown-view'
import { QueryWords } from './query-words'
import { useViewChange } from './use-view-change'
import { ViewForm } from './view-form'

interface EditViewProps {
  view: ViewItem
  shown: Shown
  onClose: () => void
}

/** Renames a view, says who sees it and where, lets it ask for what the list shows now, or removes it. */
export function EditViewDialog(props: EditViewProps) {
  const t = useTranslations('views.edit')
  const { view, onClose } = props
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('title')}
        description={t('lead', { owner: view.isMine ? 'me' : 'other', name: view.owner })}
      >
        <EditView {...props} />
      </DialogContent>
    </Dialog>
  )
}

function EditView({ view, shown, onClose }: EditViewProps) {
  const t = useTranslations('views.edit')
  const { allowed } = usePermission('operator')
  const [draft, setDraft] = useState({ name: view.name, shared: view.shared, pinned: view.pinned })
  const [takesShown, setTakesShown] = useState(false)
  const save = useViewChange(
    (change: ChangeView) => changeView(view.id, change),
    () => t('saved', { name: draft.name.trim() }),
    { onDone: onClose },
  )
  const remove = useViewChange(
    () => removeView(view.id),
    () => t('removed', { name: view.name }),
    { loud: true, onDone: onClose },
  )
  const now = { query: shown.q.trim(), columns: namedColumns(readColumns(shown.columns)) ?? [] }
  return (
    <>
      <QueryWords query={takesShown ? now.query : view.query} className="mt-3" />
      <ViewForm
        draft={draft}
        onChange={(part) => setDraft({ ...draft, ...part })}
        submit={t('save')}
        isPending={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate({ ...draft, name: draft.name.trim(), ...(takesShown ? now : {}) })}
        fields={
          isShown(view, shown) ? null : (
            // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is a button, which a label may hold
            <label className="flex items-center gap-2 text-sm">
              <Checkbox checked={takesShown} onCheckedChange={(checked) => setTakesShown(checked === true)} />
              {t('use')}
            </label>
          )
        }
        actions={
          view.isMine || allowed ? (
            <ConfirmDialog
              title={t('removeTitle', { name: view.name })}
              description={t('removeLead', { shared: view.shared ? 'yes' : 'no' })}
              confirm={t('remove')}
              danger
              onConfirm={() => remove.mutate(undefined)}
            >
              <Button variant="danger" disabled={remove.isPending}>
                <Trash2 aria-hidden /> {t('remove')}
              </Button>
            </ConfirmDialog>
          ) : null
        }
      />
    </>
  )
}
