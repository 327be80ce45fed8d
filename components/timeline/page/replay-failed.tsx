'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ExclusionList } from '@/components/replay/exclusion-list'
import { TargetCounts } from '@/components/replay/target-counts'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { createReplay } from '@/lib/replay/mutations'
import { previewOptions } from '@/lib/replay/query-options'
import type { ReplayItem } from '@/lib/replay/schemas'
import type { TimelineItem } from '@/lib/timeline/schemas'

const MOST = 1000

interface ReplayFailedProps {
  /** Within a sentence: "order 1001". */
  what: string
  items: readonly TimelineItem[]
  /** Not all of its events are loaded. */
  hasMore: boolean
  onOrdered: (replayId: string, runIds: string[], what: string) => void
}

/** Runs all that failed of a thing again, in the order in which its events occurred. */
export function ReplayFailed({ what, items, hasMore, onOrdered }: ReplayFailedProps) {
  const t = useTranslations('timeline')
  const [open, setOpen] = useState(false)
  const { why } = usePermission('operator')
  const failed = items.filter(({ runs }) => runs.some(({ status }) => status === 'failed')).slice(0, MOST)
  const runIds = failed.flatMap(({ runs }) => runs.filter(({ status }) => status === 'failed').map(({ id }) => id))
  if (runIds.length === 0 && !open) return null
  return (
    <>
      <ActionButton variant="primary" size="sm" why={why} onClick={() => setOpen(true)}>
        <RotateCcw aria-hidden /> {runIds.length === 1 ? t('replay.one') : t('replay.many', { count: runIds.length })}
      </ActionButton>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent title={t('replay.title', { what })} description={t('replay.description')} className="max-w-lg">
          {hasMore ? <p className="mt-2 text-wait text-xs">{t('replay.loaded', { count: items.length })}</p> : null}
          <Question
            eventIds={failed.map(({ eventId }) => eventId)}
            onOrdered={({ id, total }) => {
              setOpen(false)
              onOrdered(id, runIds, total === 1 ? t('replay.theRun') : t('replay.allRuns', { count: total }))
            }}
          />
        </DialogContent>
      </Dialog>
    </>
  )
}

function Question({ eventIds: given, onOrdered }: { eventIds: string[]; onOrdered: (replay: ReplayItem) => void }) {
  const t = useTranslations('timeline')
  const router = useRouter()
  // What is asked about stays while the timeline goes on.
  const [eventIds] = useState(given)
  const [reason, setReason] = useState('')
  const [includeStale, setIncludeStale] = useState(false)
  const asked = { eventIds, status: ['failed' as const], includeStale }
  const preview = useQuery(previewOptions(asked))
  const replay = useMutation({
    mutationFn: () => createReplay({ ...asked, reason: reason.trim() }),
    onSuccess: (ordered) => {
      toast.message(t('replay.onTheWay', { count: ordered.total }), {
        action: { label: t('replay.watch'), onClick: () => router.push(`/replays/${ordered.id}`) },
      })
      onOrdered(ordered)
    },
  })
  const { data } = preview
  const hasStale = includeStale || data?.excluded.some((each) => each.reason === 'stale')
  const missing = data?.runs === 0 ? t('replay.nothingLeft') : reason.trim() === '' ? t('replay.noReason') : null
  const fault = replay.error ?? preview.error

  function submit(event: FormEvent) {
    event.preventDefault()
    if (data && !missing && !replay.isPending) replay.mutate()
  }

  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
      {fault ? <Notice tone="bad" title={fault.message} /> : null}
      {data ? (
        <>
          {data.targets.length > 0 ? <TargetCounts targets={data.targets} /> : null}
          <ExclusionList excluded={data.excluded} />
        </>
      ) : preview.isError ? null : (
        <Skeleton className="h-16 w-full rounded-md" />
      )}
      {hasStale ? (
        <label htmlFor="failed-include-stale" className="flex cursor-pointer items-start gap-2.5">
          <Checkbox
            id="failed-include-stale"
            className="mt-0.5"
            checked={includeStale}
            onCheckedChange={(checked) => setIncludeStale(checked === true)}
          />
          {t('replay.includeStale')}
        </label>
      ) : null}
      <Field id="failed-reason" label={t('replay.reason')} hint={t('replay.reasonHint')}>
        <Input
          id="failed-reason"
          required
          maxLength={500}
          autoComplete="off"
          placeholder={t('replay.reasonExample')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <div className="flex items-center justify-end gap-2">
        {missing && data ? <p className="mr-auto text-ink-3 text-xs">{missing}</p> : null}
        <DialogClose asChild>
          <Button>{t('replay.cancel')}</Button>
        </DialogClose>
        <Button type="submit" variant="primary" disabled={!data || missing !== null || replay.isPending}>
          {data ? t('replay.submitRuns', { count: data.runs }) : t('replay.submit')}
        </Button>
      </div>
    </form>
  )
}
