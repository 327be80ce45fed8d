'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { actorWords } from '@/lib/audit/actor-words'
import { durationWords } from '@/lib/i18n/durations'
import { replayOptions } from '@/lib/replay/query-options'
import type { ReplayDetail } from '@/lib/replay/schemas'
import { ExclusionList } from './exclusion-list'
import { FailedAgain } from './failed-again'
import { FilterList } from './filter-list'
import { HeldNotice } from './held-notice'
import { OutcomeCounts } from './outcome-counts'
import { ProgressBar } from './progress-bar'
import { ReplayControls } from './replay-controls'
import { ReplayState } from './replay-state'
import { doneCount, replayTitle } from './replay-words'

export function ReplayPage({ id }: { id: string }) {
  const t = useTranslations('replay')
  const replay = useQuery(replayOptions(id))
  if (replay.data) return <Detail replay={replay.data} />
  if (replay.isError)
    return <LoadFailure what={t('page.what')} error={replay.error} onRetry={() => void replay.refetch()} />
  return (
    <div aria-hidden className="mx-auto w-full max-w-3xl px-3 py-4 md:px-6">
      <Skeleton className="h-6 w-72 max-w-full" />
      <Skeleton className="mt-6 h-24 w-full rounded-lg" />
    </div>
  )
}

function Detail({ replay }: { replay: ReplayDetail }) {
  const t = useTranslations('replay')
  const words = useTranslations('words')
  const tookMs = replay.finishedAt ? Date.parse(replay.finishedAt) - Date.parse(replay.createdAt) : null
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-3xl px-3 pt-2.5 pb-12 md:px-6">
        <Link
          href="/replays"
          className="-ml-1 inline-flex items-center gap-1 rounded px-1 text-ink-2 text-xs hover:text-ink"
        >
          <ArrowLeft className="size-3.5" aria-hidden /> {t('page.back')}
        </Link>
        <div className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
          <h1 className="font-semibold text-lg tracking-tight">{replayTitle(replay, t)}</h1>
          <ReplayState replay={replay} />
          <div className="ml-auto flex gap-1.5">
            <ReplayControls replay={replay} />
          </div>
        </div>
        <p className="mt-1 break-words text-ink-2">{replay.reason ? `“${replay.reason}”` : t('page.noReason')}</p>
        <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-3 text-xs">
          <span>
            {actorWords(replay.actor, words)}, <Time at={replay.createdAt} />
          </span>
          <span>
            {replay.ratePerSecond === null ? t('page.fullSpeed') : t('page.speed', { count: replay.ratePerSecond })}
          </span>
          {replay.includeStale ? <span>{t('page.staleIncluded')}</span> : null}
          {tookMs === null ? null : (
            <span>{t('page.took', { duration: durationWords(Math.max(1, tookMs / 1000), words) })}</span>
          )}
        </p>
        <FilterList replay={replay} />

        <HeldNotice held={replay.held} />
        <section aria-label={t('progress.label')} className="mt-6 rounded-lg border p-4">
          <p className="mb-2 flex items-baseline justify-between gap-3">
            <span className="text-base text-ink-2 tabular-nums">
              {t.rich('progress.ofRuns', {
                ...{ done: doneCount(replay), total: replay.total },
                strong: (count) => <span className="font-semibold text-ink">{count}</span>,
              })}
            </span>
            <span className="text-ink-3 text-xs tabular-nums">
              {replay.total === 0 ? 100 : Math.floor((doneCount(replay) / replay.total) * 100)}%
            </span>
          </p>
          <ProgressBar replay={replay} />
          <OutcomeCounts replay={replay} />
        </section>

        <FailedAgain replay={replay} />
        {replay.excluded.length > 0 ? (
          <div className="mt-7">
            <ExclusionList title={t('excluded.atOrder')} excluded={replay.excluded} />
          </div>
        ) : null}
      </div>
    </div>
  )
}
