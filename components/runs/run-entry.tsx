'use client'

import { Clock } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Step } from '@/components/events/step'
import { Disclosure } from '@/components/ui/disclosure'
import type { RunItem } from '@/lib/runs/schemas'
import { AttemptEntry, AttemptLine } from './attempt-entry'
import { ReplayRunButton } from './replay-run-button'
import { RunIcon, RunStatusPill } from './run-status'
import { runName } from './run-words'
import type { EventReplay } from './use-event-replay'
import { WaitNote } from './wait-note'

const SHOWN_ATTEMPTS = 3

/** One handler's work on the event, attempt by attempt, on the vertical line. */
export function RunEntry({ run, replay, isLast }: { run: RunItem; replay: EventReplay; isLast: boolean }) {
  const t = useTranslations('runs')
  const name = runName(run, useTranslations('words'))
  const isAwaited = replay.awaited.has(run.id)
  const newest = useRef<HTMLLIElement>(null)
  const hasQueued = run.status === 'queued' && !run.held
  const earlier = run.attempts.slice(0, -SHOWN_ATTEMPTS)
  const shown = run.attempts.slice(-SHOWN_ATTEMPTS)
  const latest = run.attempts.at(-1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is awaited comes into view as queued, and again as an attempt
  useEffect(() => {
    if (isAwaited) newest.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [isAwaited, run.attempts.length, latest?.outcome])

  // The browser looks for the target of a link before the event is there.
  useEffect(() => {
    if (location.hash === `#run-${run.id}`) document.getElementById(`run-${run.id}`)?.scrollIntoView()
  }, [run.id])

  return (
    <Step
      id={`run-${run.id}`}
      sign={<RunIcon status={run.status} held={run.held} className="size-3.5" />}
      title={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="break-words first-letter:uppercase">{name}</span>
          <RunStatusPill status={run.status} held={run.held} />
        </span>
      }
      action={<ReplayRunButton run={run} replay={replay} />}
      isLast={isLast}
    >
      <div className="mt-1.5 space-y-2">
        {earlier.length > 0 ? (
          <Disclosure summary={t('run.earlier', { count: earlier.length })}>
            <ol className="mt-1.5 space-y-2" aria-label={t('run.earlierAttempts')}>
              {earlier.map((attempt) => (
                <AttemptEntry key={attempt.id} attempt={attempt} run={run} isLatest={false} />
              ))}
            </ol>
          </Disclosure>
        ) : null}
        <ol className="space-y-2" aria-label={t('run.attemptsOf', { run: name })}>
          {shown.map((attempt) => (
            <AttemptEntry
              key={attempt.id}
              ref={attempt === latest && !hasQueued ? newest : undefined}
              attempt={attempt}
              run={run}
              isLatest={attempt === latest && !hasQueued}
            />
          ))}
          {hasQueued ? (
            <AttemptLine
              ref={newest}
              sign={<Clock className="size-3.5 text-wait" aria-hidden />}
              title={<span className="text-wait">{t('run.queued')}</span>}
            />
          ) : null}
        </ol>
        <WaitNote run={run} />
      </div>
    </Step>
  )
}
