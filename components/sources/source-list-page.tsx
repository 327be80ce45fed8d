'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PageHead } from '@/components/shell/page-head'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { sourcesOptions } from '@/lib/sources/query-options'
import { NewSourceDialog } from './new-source-dialog'
import { Refusals } from './refusals'
import { SourceRow } from './source-row'

export function SourceListPage() {
  const t = useTranslations('sources.list')
  const sources = useQuery(sourcesOptions())
  if (sources.isError && !sources.data)
    return <LoadFailure what={t('whatFailed')} error={sources.error} onRetry={() => void sources.refetch()} />
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-5xl px-3 py-3 md:px-4 lg:px-6">
        <PageHead title={t('title')}>
          <NewSourceDialog />
        </PageHead>
        <p className="mt-0.5 mb-4 text-ink-2">{t('lead')}</p>
        {sources.data ? (
          <ul className="divide-y rounded-lg border">
            {sources.data.items.map((source) => (
              <SourceRow key={source.id} source={source} />
            ))}
          </ul>
        ) : (
          <div className="space-y-px rounded-lg border p-4">
            <Skeleton className="h-10 w-full" />
          </div>
        )}
        <Refusals />
      </div>
    </div>
  )
}
