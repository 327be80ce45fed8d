'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Section } from '@/components/sources/section'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { storesOptions } from '@/lib/stores/query-options'
import type { StuckStep } from './draft'
import { TimelineForm } from './timeline-form'

/** What timelines are held to, store by store. */
export function TimelinesSection({ steps }: { steps: readonly StuckStep[] }) {
  const t = useTranslations('settings.timelines')
  const stores = useQuery(storesOptions())
  const items = stores.data?.items ?? []
  return (
    <Section title={t('title')} note={t('note')}>
      {stores.isError && !stores.data ? (
        <LoadFailure what={t('whatFailed')} error={stores.error} onRetry={() => void stores.refetch()} />
      ) : stores.data ? (
        <div className="space-y-5">
          {items.map((store) => (
            <div key={store.id}>
              {items.length > 1 ? <h3 className="mb-1.5 font-medium">{store.name}</h3> : null}
              <TimelineForm key={JSON.stringify(store.timeline)} store={store} steps={steps} />
            </div>
          ))}
        </div>
      ) : (
        <Skeleton className="h-64 w-full rounded-lg" />
      )}
    </Section>
  )
}
