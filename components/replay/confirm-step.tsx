'use client'

import { type UseQueryResult, useMutation } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { createReplay } from '@/lib/replay/mutations'
import type { ReplayPreview } from '@/lib/replay/schemas'
import type { How, What } from './order'
import { TargetCounts } from './target-counts'
import { WaitingNotice } from './waiting-notice'

interface ConfirmStepProps {
  what: What
  how: How
  preview: UseQueryResult<ReplayPreview>
  onBack: () => void
  onDone: () => void
}

/** The last step: exactly what will be done, counted anew. */
export function ConfirmStep({ what, how, preview, onBack, onDone }: ConfirmStepProps) {
  const t = useTranslations('replay')
  const router = useRouter()
  const reason = how.reason.trim()
  const replay = useMutation({
    mutationFn: () =>
      createReplay({
        ...what,
        ...(how.handlers ? { handlers: [...how.handlers] } : {}),
        ...(how.ratePerSecond === null ? {} : { ratePerSecond: how.ratePerSecond }),
        reason,
        includeStale: how.includeStale,
      }),
    onSuccess: ({ id }) => {
      onDone()
      router.push(`/replays/${id}`)
    },
  })
  const data = preview.isPlaceholderData ? undefined : preview.data
  const fault = replay.error ?? preview.error
  return (
    <div className="flex flex-col gap-4">
      {fault ? <Notice tone="bad" title={fault.message} /> : null}
      {data ? (
        <>
          <p className="text-ink-2">
            {t.rich('confirm.willBeMade', {
              ...{ runs: data.runs, events: data.events },
              strong: (count) => <span className="font-semibold text-ink text-lg tabular-nums">{count}</span>,
            })}
          </p>
          {data.targets.length > 0 ? <TargetCounts targets={data.targets} /> : null}
          <WaitingNotice waiting={data.waiting} onCountAgain={() => void preview.refetch()} />
        </>
      ) : preview.isError ? null : (
        <div aria-hidden className="space-y-3">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-20 w-full rounded-md" />
        </div>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-xs">
        <dt className="text-ink-3">{t('how.reason')}</dt>
        <dd className="min-w-0 break-words">{reason}</dd>
        <dt className="text-ink-3">{t('how.speed')}</dt>
        <dd>
          {how.ratePerSecond === null ? t('how.fullSpeed') : t('how.runsPerSecond', { count: how.ratePerSecond })}
        </dd>
        <dt className="text-ink-3">{t('confirm.overtaken')}</dt>
        <dd>{how.includeStale ? t('confirm.included') : t('confirm.leftOut')}</dd>
      </dl>
      <p className="text-ink-2 text-xs">{t('confirm.note')}</p>
      <div className="flex justify-end gap-2">
        <Button onClick={onBack}>{t('how.back')}</Button>
        <Button
          variant="primary"
          disabled={!data || data.runs === 0 || replay.isPending}
          onClick={() => replay.mutate()}
        >
          <RotateCcw aria-hidden /> {data ? t('confirm.submitRuns', { count: data.runs }) : t('confirm.submit')}
        </Button>
      </div>
    </div>
  )
}
