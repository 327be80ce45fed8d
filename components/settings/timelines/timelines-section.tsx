'use client'

import { useQuery } from '@tanstack/react-query'
import { Section } from '@/components/sources/section'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { storesOptions } from '@/lib/stores/query-options'
import type { StuckStep } from './draft'
import { TimelineForm } from './timeline-form'

/** What timelines are held to, store by store. */
export function TimelinesSection({ steps }: { steps: readonly StuckStep[] }) {
  const stores = useQuery(storesOptions())
  const items = stores.data?.items ?? []
  return (
    <Section title="Timelines" note="When an order, a customer or a shipment counts as a problem.">
      {stores.isError && !stores.data ? (
        <LoadFailure what="The stores" error={stores.error} onRetry={() => void stores.refetch()} />
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
