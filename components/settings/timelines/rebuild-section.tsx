'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Section } from '@/components/sources/section'
import { Time } from '@/components/time/time'
import { ActionButton } from '@/components/ui/action-button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { actorWords } from '@/lib/audit/actor-words'
import { durationWords } from '@/lib/i18n/durations'
import { startRebuild } from '@/lib/timeline/rebuild/mutations'
import { rebuildsOptions } from '@/lib/timeline/rebuild/query-options'
import type { RebuildItem } from '@/lib/timeline/rebuild/schemas'

/** Has every timeline made anew from what was received, and shows how far that is. */
export function RebuildSection() {
  const t = useTranslations('settings.rebuild')
  const client = useQueryClient()
  const rebuilds = useQuery(rebuildsOptions())
  const latest = rebuilds.data?.items[0]
  const isRunning = latest?.status === 'running'
  const start = useMutation({
    mutationFn: startRebuild,
    onError: (error) => toast.error(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: rebuildsOptions().queryKey }),
  })
  useSayWhenOver(latest)
  const button = (
    <ActionButton size="sm" why={isRunning ? t('atWork') : undefined} aria-disabled={start.isPending}>
      <RefreshCw aria-hidden /> {t('title')}
    </ActionButton>
  )
  return (
    <Section title={t('title')} note={t('note')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border p-4">
        <div className="min-w-0 flex-1 basis-64">
          {rebuilds.isPending ? (
            <Skeleton className="h-5 w-48" />
          ) : rebuilds.isError && !rebuilds.data ? (
            <p role="alert" className="text-bad">
              {rebuilds.error.message}
            </p>
          ) : latest ? (
            <Latest rebuild={latest} />
          ) : (
            <p className="text-ink-2">{t('notYet')}</p>
          )}
        </div>
        {isRunning ? (
          button
        ) : (
          <ConfirmDialog
            title={t('ask')}
            description={t('note')}
            confirm={t('confirm')}
            onConfirm={() => start.mutate()}
          >
            {button}
          </ConfirmDialog>
        )}
      </div>
    </Section>
  )
}

function Latest({ rebuild }: { rebuild: RebuildItem }) {
  const t = useTranslations('settings.rebuild')
  const words = useTranslations('words')
  const { status, done, total, changed, startedAt, finishedAt, actor } = rebuild
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const tookMs = finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : null
  return (
    <>
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium tabular-nums">
          {status === 'running' ? t('progress', { done, total }) : t('read', { count: done })}
        </span>
        <span className="text-ink-3 text-xs tabular-nums">
          {status === 'running'
            ? `${Math.floor(share * 100)}%`
            : tookMs === null
              ? null
              : t('took', { duration: durationWords(Math.max(1, tookMs / 1000), words) })}
        </span>
      </p>
      {status === 'running' ? (
        <div
          role="progressbar"
          aria-label={t('progressLabel')}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
          className="mt-1.5 h-2 overflow-hidden rounded-full bg-line"
        >
          <div className="h-full bg-accent transition-[width] duration-500" style={{ width: `${share * 100}%` }} />
        </div>
      ) : null}
      <p className="mt-1 text-ink-3 text-xs">
        {t.rich(status === 'running' ? 'running' : 'finished', {
          changed,
          actor: actorWords(actor, words),
          time: () => <Time at={startedAt} />,
        })}
      </p>
    </>
  )
}

/** Says that a rebuild is over to whoever saw it run. */
function useSayWhenOver(latest: RebuildItem | undefined) {
  const t = useTranslations('settings.rebuild')
  const seenRunning = useRef<string | null>(null)
  useEffect(() => {
    if (!latest) return
    if (latest.status === 'running') seenRunning.current = latest.id
    else if (seenRunning.current === latest.id) {
      seenRunning.current = null
      toast.success(t('done'))
    }
  }, [latest, t])
}
