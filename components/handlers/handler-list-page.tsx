'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { PageHead } from '@/components/shell/page-head'
import { buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { LoadFailure } from '@/components/ui/load-failure'
import { RowsSkeleton } from '@/components/ui/rows-skeleton'
import { destinationsOptions } from '@/lib/destinations/query-options'
import { handlersOptions } from '@/lib/runs/query-options'
import { HANDLER_GRID, HandlerRow } from './handler-row'

export function HandlerListPage() {
  const t = useTranslations('handlers')
  const handlers = useQuery(handlersOptions())
  const destinations = useQuery(destinationsOptions())
  if (handlers.isError && !handlers.data)
    return <LoadFailure what={t('list.whatFailed')} error={handlers.error} onRetry={() => void handlers.refetch()} />
  const hasDestination = handlers.data?.items.some(({ destinationId }) => destinationId !== null)
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-5xl px-3 py-3 md:px-4 lg:px-6">
        <PageHead title={t('list.title')} />
        <p className="mt-0.5 mb-4 text-ink-2">{t('list.lead')}</p>
        {handlers.data ? (
          <>
            <div aria-hidden className={cn('hidden px-4 pb-1.5 font-medium text-ink-3 text-xs', HANDLER_GRID)}>
              <span>{t('columns.handler')}</span>
              <span>{t('columns.succeeded')}</span>
              <span>{t('columns.duration')}</span>
              <span>{t('columns.waiting')}</span>
              <span>{t('columns.failed')}</span>
            </div>
            <ul className="divide-y rounded-lg border">
              {handlers.data.items.map((target) => (
                <HandlerRow
                  key={target.key}
                  target={target}
                  destination={destinations.data?.items.find(({ id }) => id === target.destinationId)}
                />
              ))}
            </ul>
            {hasDestination ? null : (
              <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-dashed px-4 py-3.5">
                <p className="min-w-0 flex-1 basis-72 text-ink-2">{t('list.noDestination')}</p>
                <Link href="/destinations/new" className={buttonStyle({ variant: 'primary', size: 'sm' })}>
                  {t('list.addDestination')}
                </Link>
              </div>
            )}
          </>
        ) : (
          <RowsSkeleton rows={3} />
        )}
      </div>
    </div>
  )
}
