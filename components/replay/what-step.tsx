'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { DialogClose } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import type { ReplayPreview } from '@/lib/replay/schemas'
import { ExclusionList } from './exclusion-list'
import { TargetCounts } from './target-counts'
import { WaitingNotice } from './waiting-notice'

/** The first step: how much matches, which runs of it are replayed, by handler, and what is left out. */
export function WhatStep({ preview, onNext }: { preview: UseQueryResult<ReplayPreview>; onNext: () => void }) {
  const t = useTranslations('replay')
  const { data } = preview
  const isEmpty = data?.runs === 0
  const canGoOn = data !== undefined && (data.runs > 0 || data.excluded.length > 0)
  return (
    <div className="flex flex-col gap-4">
      {preview.isError ? (
        <Notice tone="bad" title={preview.error.message}>
          <Button size="sm" className="mt-1.5" onClick={() => void preview.refetch()}>
            {t('what.countAgain')}
          </Button>
        </Notice>
      ) : data ? (
        <>
          {isEmpty ? (
            <Notice title={t('what.nothing')}>
              {data.excluded.length > 0 ? t('what.allExcluded') : t('what.noHandler')}
            </Notice>
          ) : (
            <div>
              <p className="mb-2 text-ink-2">
                {t('what.matching', { count: data.matching })}{' '}
                {t.rich('what.replayed', {
                  ...{ runs: data.runs, events: data.events },
                  strong: (count) => <span className="font-semibold text-ink text-lg tabular-nums">{count}</span>,
                })}
              </p>
              <TargetCounts targets={data.targets} />
            </div>
          )}
          <WaitingNotice waiting={data.waiting} onCountAgain={() => void preview.refetch()} />
          <ExclusionList excluded={data.excluded} />
        </>
      ) : (
        <div aria-hidden className="space-y-3">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-20 w-full rounded-md" />
        </div>
      )}
      <div className="flex justify-end gap-2">
        <DialogClose asChild>
          <Button>{t('what.cancel')}</Button>
        </DialogClose>
        <Button variant="primary" disabled={!canGoOn} onClick={onNext}>
          {t('what.next')}
        </Button>
      </div>
    </div>
  )
}
