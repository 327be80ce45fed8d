'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { toast } from '@/components/ui/toast'
import { eventOptions } from '@/lib/events/query-options'
import type { EventDetail } from '@/lib/events/schemas'
import type { Translate } from '@/lib/i18n/translate'
import { replayEvent, replayRun } from '@/lib/replay/mutations'
import type { RunItem } from '@/lib/runs/schemas'
import { pillWords, runName } from './run-words'

const SOON_MS = 1_000

/** The number of each run's latest attempt when its replay was asked for, until the new one is over. */
type Awaited = ReadonlyMap<string, number>

export interface EventReplay {
  /** The event with the runs whose replay was ordered shown as queued, until a worker has taken it up. */
  shown: EventDetail
  awaited: Awaited
  isPending: boolean
  /** Runs one again, or all of the event's where none is named. */
  start(order: { run?: RunItem; reason?: string }): void
}

/** Replays an event's runs: shown as queued at once, and its result said as soon as it is known. */
export function useEventReplay(event: EventDetail): EventReplay {
  const t = useTranslations('runs')
  const words = useTranslations('words')
  const client = useQueryClient()
  const [awaited, setAwaited] = useState<Awaited>(new Map())
  const { queryKey } = eventOptions(event.id)
  const runs = [...event.runs, ...event.copies.flatMap((copy) => copy.runs)]

  const order = useMutation({
    mutationFn: ({ run, reason }: { run?: RunItem; reason?: string }) =>
      run ? replayRun(run.id, { reason }) : replayEvent(event.id, { reason }),
    onMutate: ({ run }) => {
      const chosen = run ? [run] : event.runs
      setAwaited((before) => new Map([...before, ...chosen.map((each) => [each.id, latestNumber(each)] as const)]))
    },
    onSuccess: ({ excluded }) => {
      for (const { reason } of excluded) toast.warning(words(`exclusions.${reason}`))
    },
    onError: (error) => {
      setAwaited(new Map())
      toast.error(error.message)
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  })

  // Which ones were left out is not known here: of those nothing is to be shown that may not be so.
  const areAllOrdered = order.isPending || order.data?.excluded.length === 0
  // The answer that is fetched first may be older than what a worker makes of the order. What is held is not done soon.
  const isAwaiting = areAllOrdered && runs.some((run) => awaited.has(run.id) && run.held === null)
  useEffect(() => {
    if (!isAwaiting) return
    const timer = setInterval(
      // An answer that takes longer than this is waited for.
      () => void client.invalidateQueries({ queryKey: eventOptions(event.id).queryKey }, { cancelRefetch: false }),
      SOON_MS,
    )
    return () => clearInterval(timer)
  }, [isAwaiting, client, event.id])

  useEffect(() => {
    const over = runs.filter((run) => {
      const before = awaited.get(run.id)
      return before !== undefined && (isOver(run, before) || run.status === 'cancelled')
    })
    if (over.length === 0) return
    for (const run of over) sayResult(run, t, words)
    setAwaited((before) => new Map([...before].filter(([id]) => over.every((run) => run.id !== id))))
  })

  return {
    shown: areAllOrdered ? withQueued(event, awaited) : event,
    awaited,
    isPending: order.isPending,
    start: (what) => order.mutate(what),
  }
}

function latestNumber(run: RunItem): number {
  return run.attempts.at(-1)?.number ?? 0
}

function isOver(run: RunItem, numberBefore: number): boolean {
  const latest = run.attempts.at(-1)
  return latest !== undefined && latest.number > numberBefore && latest.outcome !== null
}

function sayResult(run: RunItem, t: Translate<'runs'>, words: Translate<'words'>) {
  const name = capitalised(runName(run, words))
  const outcome = run.attempts.at(-1)?.outcome
  if (outcome === 'succeeded') toast.success(t('results.succeeded', { run: name }))
  else if (outcome === 'failed' || outcome === 'timed_out')
    toast.error(t('results.failedAgain', { run: name }), {
      description: run.attempts.at(-1)?.error?.message.slice(0, 200),
    })
  else toast.warning(t('results.other', { run: capitalised(pillWords(run, words)) }))
}

function withQueued(event: EventDetail, awaited: Awaited): EventDetail {
  const queue = (run: RunItem): RunItem => {
    const before = awaited.get(run.id)
    const isTakenUp = run.status === 'queued' || run.status === 'running'
    return before === undefined || isTakenUp || latestNumber(run) > before
      ? run
      : { ...run, status: 'queued', held: null, nextAttemptAt: null }
  }
  return {
    ...event,
    runs: event.runs.map(queue),
    copies: event.copies.map((copy) => ({ ...copy, runs: copy.runs.map(queue) })),
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
