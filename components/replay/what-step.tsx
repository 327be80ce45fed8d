'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { DialogClose } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { formatCount } from '@/lib/events/format'
import type { ReplayPreview } from '@/lib/replay/schemas'
import { ExclusionList } from './exclusion-list'
import { TargetCounts } from './target-counts'

/** The first step: how many events and runs match, by handler, and what is left out. */
export function WhatStep({ preview, onNext }: { preview: UseQueryResult<ReplayPreview>; onNext: () => void }) {
  const { data } = preview
  const isEmpty = data?.runs === 0
  const canGoOn = data !== undefined && (data.runs > 0 || data.excluded.length > 0)
  return (
    <div className="flex flex-col gap-4">
      {preview.isError ? (
        <Notice tone="bad" title={preview.error.message}>
          <Button size="sm" className="mt-1.5" onClick={() => void preview.refetch()}>
            Count again
          </Button>
        </Notice>
      ) : data ? (
        <>
          {isEmpty ? (
            <Notice title="Nothing to replay as it stands">
              {data.excluded.length > 0
                ? 'Everything that matches is left out. The next step may change that.'
                : 'No handler has taken any of these events.'}
            </Notice>
          ) : (
            <div>
              <p className="mb-2">
                <span className="font-semibold text-lg tabular-nums">{formatCount(data.runs, 'run')}</span>{' '}
                <span className="text-ink-2">of {formatCount(data.events, 'event')} match</span>
              </p>
              <TargetCounts targets={data.targets} />
            </div>
          )}
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
          <Button>Cancel</Button>
        </DialogClose>
        <Button variant="primary" disabled={!canGoOn} onClick={onNext}>
          Next: how
        </Button>
      </div>
    </div>
  )
}
