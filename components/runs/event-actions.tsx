'use client'

import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import type { EventDetail } from '@/lib/events/schemas'
import { EditDialog } from './edit-dialog'
import { ReplayEventDialog } from './replay-event-dialog'
import type { EventReplay } from './use-event-replay'

/** What can be done with the whole event. What succeeded already is asked about first. */
export function EventActions({ event, replay }: { event: EventDetail; replay: EventReplay }) {
  const [asks, setAsks] = useState(false)
  const t = useTranslations('runs')
  const { why } = usePermission('operator')
  const first = event.deliveries[0]
  const wouldRepeat = event.runs.some((run) => run.status === 'succeeded')
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {first ? <EditDialog event={event} deliveryId={first.id} /> : null}
      <ActionButton
        size="sm"
        why={why ?? (event.runs.length === 0 ? t('event.nothing') : undefined)}
        aria-disabled={replay.isPending}
        onClick={() => (wouldRepeat ? setAsks(true) : replay.start({}))}
      >
        <RotateCcw aria-hidden /> {t('event.replay')}
      </ActionButton>
      <ReplayEventDialog
        event={asks ? event : null}
        onClose={() => setAsks(false)}
        onReplay={(reason) => replay.start({ reason })}
      />
    </div>
  )
}
