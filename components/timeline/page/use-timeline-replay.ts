'use client'

import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { runName } from '@/components/runs/run-words'
import { toast } from '@/components/ui/toast'
import type { Translate } from '@/lib/i18n/translate'
import { replayRun } from '@/lib/replay/mutations'
import { replayOptions } from '@/lib/replay/query-options'
import type { ReplayDetail } from '@/lib/replay/schemas'
import type { RunPill } from '@/lib/runs/schemas'
import type { TimelineItem } from '@/lib/timeline/schemas'

export interface TimelineReplay {
  /** The events with the runs that are being ordered again shown as queued. */
  shown: readonly TimelineItem[]
  /** Runs one again. */
  start(run: RunPill): void
  /** Says the result of a replay of these runs once it is over. */
  watch(replayId: string, runIds: readonly string[], what: string): void
}

interface Watched {
  replayId: string
  runIds: readonly string[]
  /** What was replayed, at the beginning of a sentence. */
  what: string
}

/**
 * Replays runs out of a timeline: shown as queued at once, followed until they are over, and their result said. The timeline
 * is asked for again, under `queryKey`, whenever the replay goes on.
 */
export function useTimelineReplay(items: readonly TimelineItem[], queryKey: readonly unknown[]): TimelineReplay {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const client = useQueryClient()
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const [watched, setWatched] = useState<readonly Watched[]>([])
  const replays = useQueries({
    queries: watched.map(({ replayId }) => replayOptions(replayId)),
    combine: (results) => results.map(({ data }) => data),
  })
  const progress = replays.map((replay) => replay && `${replay.running} ${replay.waiting} ${replay.status}`).join()

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step of a replay changes the timeline
  useEffect(() => {
    if (progress === '') return
    void client.invalidateQueries({ queryKey }).then(() => {
      const over = watched.filter((_, index) => isOver(replays[index]))
      if (over.length === 0) return
      const overRuns = over.flatMap(({ runIds }) => runIds)
      setAsked((before) => new Set([...before].filter((id) => !overRuns.includes(id))))
      setWatched((before) => before.filter((each) => !over.includes(each)))
      for (const [index, each] of watched.entries()) {
        const replay = replays[index]
        if (replay && over.includes(each)) sayResult(each.what, replay, t)
      }
    })
  }, [progress])

  const watch: TimelineReplay['watch'] = (replayId, runIds, what) => {
    setAsked((before) => new Set([...before, ...runIds]))
    setWatched((before) => [...before, { replayId, runIds, what }])
  }
  const order = useMutation({
    mutationFn: (run: RunPill) => replayRun(run.id),
    onMutate: (run) => setAsked((before) => new Set([...before, run.id])),
    onSuccess: ({ id, excluded }, run) => {
      for (const { reason } of excluded) toast.warning(words(`exclusions.${reason}`))
      watch(id, [run.id], capitalised(runName(run, words)))
    },
    onError: (error, run) => {
      setAsked((before) => new Set([...before].filter((id) => id !== run.id)))
      toast.error(error.message)
    },
  })

  const shown = useMemo(() => (asked.size === 0 ? items : items.map((item) => withQueued(item, asked))), [items, asked])
  return {
    shown,
    start: (run) => order.mutate(run),
    watch,
  }
}

function withQueued(item: TimelineItem, asked: ReadonlySet<string>): TimelineItem {
  const isAsked = ({ id, status }: RunPill) => asked.has(id) && (status === 'failed' || status === 'retrying')
  if (!item.runs.some(isAsked)) return item
  return {
    ...item,
    runs: item.runs.map((run) => (isAsked(run) ? { ...run, status: 'queued', held: null, nextAttemptAt: null } : run)),
  }
}

function isOver(replay: ReplayDetail | undefined): boolean {
  return replay?.status === 'finished' || replay?.status === 'cancelled'
}

function sayResult(what: string, { total, succeeded, failed }: ReplayDetail, t: Translate<'timeline'>) {
  if (failed > 0)
    toast.error(
      total === 1 ? t('replayResult.failedAgain', { what }) : t('replayResult.someFailedAgain', { count: failed }),
    )
  else if (succeeded > 0) toast.success(t('replayResult.succeeded', { what }))
  else toast.warning(t('replayResult.nothing', { what }))
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
