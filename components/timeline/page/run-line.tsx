'use client'

import { RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { NextAttempt } from '@/components/runs/next-attempt'
import { RunIcon, runLook } from '@/components/runs/run-status'
import { runName, statusMeaning, statusWords } from '@/components/runs/run-words'
import { usePermission } from '@/components/shell/viewer-context'
import { useSaying } from '@/components/timeline/use-saying'
import { ActionButton } from '@/components/ui/action-button'
import { cn } from '@/components/ui/class-names'
import type { RunPill } from '@/lib/runs/schemas'
import type { TimelineItem } from '@/lib/timeline/schemas'
import type { TimelineReplay } from './use-timeline-replay'

/** What the handlers did with an event; one that failed has its button. */
export function RunLine({ item, replay }: { item: TimelineItem; replay: TimelineReplay }) {
  const t = useTranslations('timeline')
  const { runs } = item
  if (runs.length === 0) return null
  return (
    <ul aria-label={t('runs.label')} className="flex flex-wrap items-center gap-1.5">
      {runs.map((run) => (
        <li key={run.id} className="inline-flex max-w-full items-center gap-1">
          <RunChip run={run} eventId={item.eventId} />
          {run.status === 'failed' || run.status === 'retrying' ? (
            <ReplayButton run={run} item={item} replay={replay} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** A run with its status; leads to its attempts. */
function RunChip({ run, eventId }: { run: RunPill; eventId: string }) {
  const isFine = run.status === 'succeeded'
  const words = useTranslations('words')
  return (
    <Link
      href={`/events/${eventId}#run-${run.id}`}
      prefetch={false}
      title={statusMeaning(run, words)}
      className={cn(
        'inline-flex h-5 min-w-0 items-center gap-1 rounded-full border pr-2 pl-1 text-xs hover:underline',
        isFine ? 'border-transparent text-ink-3' : cn('font-medium', runLook(run).pill),
      )}
    >
      <RunIcon status={run.status} held={run.held} className="size-3.5" />
      <span className="truncate first-letter:uppercase">{runName(run, words)}</span>
      <span className={cn(isFine && 'sr-only', 'shrink-0')}>
        {(run.held ? words('held.label') : statusWords(run.status, words).label).toLowerCase()}
        {run.status === 'retrying' && run.nextAttemptAt && !run.held ? (
          <>
            , <NextAttempt at={run.nextAttemptAt} />
          </>
        ) : null}
      </span>
    </Link>
  )
}

function ReplayButton({ run, item, replay }: { run: RunPill; item: TimelineItem; replay: TimelineReplay }) {
  const t = useTranslations('timeline')
  const { t: words, titleOf } = useSaying()
  const { why } = usePermission('operator')
  return (
    <ActionButton
      size="sm"
      variant={run.status === 'failed' ? 'primary' : 'secondary'}
      className="h-5.5 pointer-coarse:h-8"
      why={why}
      aria-label={t('runs.replayOn', { run: runName(run, words), event: titleOf(item.provider, item.type) })}
      onClick={() => replay.start(run)}
    >
      <RotateCcw aria-hidden /> {t('runs.replay')}
    </ActionButton>
  )
}
