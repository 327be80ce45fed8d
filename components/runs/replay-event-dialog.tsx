'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { EventItem } from '@/lib/events/schemas'
import { RunIcon } from './run-status'
import { runName, statusWords } from './run-words'

interface ReplayEventDialogProps {
  /** The event that is asked about; closed where null. */
  event: Pick<EventItem, 'id' | 'type' | 'subject' | 'runs'> | null
  onClose: () => void
  onReplay: (reason: string | undefined) => void
}

/** Asks before every handler of an event runs again. */
export function ReplayEventDialog({ event, onClose, onReplay }: ReplayEventDialogProps) {
  const t = useTranslations('runs')
  const what = event?.type ?? t('event.thisEvent')
  return (
    <Dialog open={event !== null} onOpenChange={(open) => open || onClose()}>
      {event ? (
        <DialogContent
          title={
            event.subject
              ? t('event.questionAbout', { what, subject: event.subject.label })
              : t('event.question', { what })
          }
          description={t('event.description')}
        >
          <Question
            event={event}
            onReplay={(reason) => {
              onReplay(reason)
              onClose()
            }}
          />
        </DialogContent>
      ) : null}
    </Dialog>
  )
}

function Question({
  event,
  onReplay,
}: {
  event: Pick<EventItem, 'runs'>
  onReplay: ReplayEventDialogProps['onReplay']
}) {
  const t = useTranslations('runs')
  const words = useTranslations('words')
  const [reason, setReason] = useState('')
  function submit(submitted: FormEvent) {
    submitted.preventDefault()
    onReplay(reason.trim() || undefined)
  }
  return (
    <form onSubmit={submit} className="mt-3 flex flex-col gap-4">
      <ul className="divide-y rounded-md border">
        {event.runs.map((run) => (
          <li key={run.id} className="flex items-center gap-2 px-3 py-1.5">
            <RunIcon status={run.status} held={run.held} className="size-3.5" />
            <span className="min-w-0 flex-1 truncate first-letter:uppercase">{runName(run, words)}</span>
            <span className="text-ink-3 text-xs">
              {run.status === 'succeeded' ? t('event.wouldRepeat') : statusWords(run.status, words).label.toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
      <Field id="replay-event-reason" label={t('event.reason')}>
        <Input
          id="replay-event-reason"
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={(change) => setReason(change.target.value)}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose asChild>
          <Button>{t('event.cancel')}</Button>
        </DialogClose>
        <Button type="submit" variant="primary">
          {t('event.submit')}
        </Button>
      </div>
    </form>
  )
}
