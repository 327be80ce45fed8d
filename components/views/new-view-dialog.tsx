'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { namedColumns, readColumns } from '@/lib/views/columns'
import { saveView } from '@/lib/views/mutations'
import type { Shown } from '@/lib/views/shown-view'
import { QueryWords } from './query-words'
import { useViewChange } from './use-view-change'
import { type ViewDraft, ViewForm } from './view-form'

/** Keeps what the list shows under a name. */
export function NewViewDialog({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const t = useTranslations('views.save')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={t('title')} description={t('lead')}>
        <NewView shown={shown} onDone={onClose} />
      </DialogContent>
    </Dialog>
  )
}

function NewView({ shown: { q, columns }, onDone }: { shown: Shown; onDone: () => void }) {
  const t = useTranslations('views.save')
  const [draft, setDraft] = useState<ViewDraft>({ name: '', shared: false, pinned: true })
  const save = useViewChange(saveView, ({ name }) => t('saved', { name }), { onDone })
  return (
    <>
      <QueryWords query={q} className="mt-3" />
      <ViewForm
        draft={draft}
        onChange={(part) => setDraft({ ...draft, ...part })}
        submit={t('save')}
        isPending={save.isPending}
        error={save.error}
        onSubmit={() =>
          save.mutate({
            ...draft,
            name: draft.name.trim(),
            query: q.trim(),
            columns: namedColumns(readColumns(columns)) ?? [],
          })
        }
      />
    </>
  )
}
