'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { PageHead } from '@/components/shell/page-head'
import { Button, buttonStyle } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import { RowsSkeleton } from '@/components/ui/rows-skeleton'
import { replaysOptions } from '@/lib/replay/query-options'
import { ReplayRow } from './replay-row'

export function ReplayListPage() {
  const t = useTranslations('replay')
  const replays = useInfiniteQuery(replaysOptions())
  const items = replays.data?.pages.flatMap((page) => page.items) ?? []
  if (replays.isError && !replays.data)
    return <LoadFailure what={t('list.what')} error={replays.error} onRetry={() => void replays.refetch()} />
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-5xl px-3 py-3 md:px-4 lg:px-6">
        <PageHead title={t('list.title')} />
        <p className="mt-0.5 mb-4 text-ink-2">{t('list.description')}</p>
        {replays.data === undefined ? (
          <RowsSkeleton rows={4} />
        ) : items.length === 0 ? (
          <NoReplays />
        ) : (
          <ul className="divide-y rounded-lg border">
            {items.map((replay) => (
              <ReplayRow key={replay.id} replay={replay} />
            ))}
          </ul>
        )}
        {replays.hasNextPage ? (
          <Button
            className="mx-auto mt-4 flex"
            disabled={replays.isFetchingNextPage}
            onClick={() => void replays.fetchNextPage()}
          >
            {t('list.older')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function NoReplays() {
  const t = useTranslations('replay')
  return (
    <div className="rounded-lg border border-dashed px-4 py-12 text-center">
      <RotateCcw className="mx-auto size-6 text-ink-3" aria-hidden />
      <h2 className="mt-3 font-semibold text-base">{t('list.none')}</h2>
      <p className="mx-auto mt-1 max-w-md text-ink-2">{t('list.noneText')}</p>
      <div className="mt-4 flex justify-center gap-2">
        <Link href="/failures" className={buttonStyle({ variant: 'secondary' })}>
          {t('list.seeFailures')}
        </Link>
        <Link href="/events" className={buttonStyle({ variant: 'secondary' })}>
          {t('list.selectEvents')}
        </Link>
      </div>
    </div>
  )
}
