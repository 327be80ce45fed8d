'use client'

import { useQuery } from '@tanstack/react-query'
import { PencilLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { deliveryBodyOptions } from '@/lib/events/query-options'
import { decode } from '@/lib/events/raw-text'
import type { EventDetail } from '@/lib/events/schemas'
import { EditForm } from './edit-form'

/** Runs a changed copy of the event through handlers of one's choice; the event itself stays as it came. */
export function EditDialog({ event, deliveryId }: { event: EventDetail; deliveryId: string }) {
  const [open, setOpen] = useState(false)
  const t = useTranslations('runs')
  const { why } = usePermission('operator')
  return (
    <>
      <ActionButton size="sm" variant="ghost" why={why} onClick={() => setOpen(true)}>
        <PencilLine aria-hidden /> {t('edit.title')}
      </ActionButton>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent
          title={t('edit.title')}
          description={t('edit.description')}
          className="top-[6vh] max-h-[90vh] max-w-3xl"
        >
          <Body event={event} deliveryId={deliveryId} onDone={() => setOpen(false)} />
        </DialogContent>
      </Dialog>
    </>
  )
}

function Body({ event, deliveryId, onDone }: { event: EventDetail; deliveryId: string; onDone: () => void }) {
  const t = useTranslations('runs')
  const body = useQuery(deliveryBodyOptions(deliveryId))
  if (body.isError) return <Notice tone="bad" title={body.error.message} className="mt-4" />
  if (!body.data) return <Skeleton className="mt-4 h-72 w-full rounded-md" />
  const text = decode(body.data)
  if (text === null) return <Notice title={t('edit.notText')} className="mt-4" />
  return <EditForm event={event} original={text} onDone={onDone} />
}
