'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { PageHead } from '@/components/shell/page-head'
import { buttonStyle } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { LoadFailure } from '@/components/ui/load-failure'
import { RowsSkeleton } from '@/components/ui/rows-skeleton'
import { destinationsOptions } from '@/lib/destinations/query-options'
import { handlersOptions } from '@/lib/runs/query-options'
import { HANDLER_GRID, HandlerRow } from './handler-row'

export function HandlerListPage() {
  const handlers = useQuery(handlersOptions())
  const destinations = useQuery(destinationsOptions())
  if (handlers.isError && !handlers.data)
    return <LoadFailure what="The handlers" error={handlers.error} onRetry={() => void handlers.refetch()} />
  const hasDestination = handlers.data?.items.some(({ destinationId }) => destinationId !== null)
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-5xl px-3 py-3 md:px-4 lg:px-6">
        <PageHead title="Handlers" />
        <p className="mt-0.5 mb-4 text-ink-2">
          What is done with every event: the handlers in the code, and the destinations that events are forwarded to.
          Figures are of the last 24 hours.
        </p>
        {handlers.data ? (
          <>
            <div aria-hidden className={cn('hidden px-4 pb-1.5 font-medium text-ink-3 text-xs', HANDLER_GRID)}>
              <span>Handler</span>
              <span>Succeeded</span>
              <span>Duration</span>
              <span>Waiting</span>
              <span>Failed</span>
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
                <p className="min-w-0 flex-1 basis-72 text-ink-2">
                  No event leaves Jejak yet. Add a destination, and events are forwarded to it: signed, byte for byte,
                  and tried again until they arrive.
                </p>
                <Link href="/destinations/new" className={buttonStyle({ variant: 'primary', size: 'sm' })}>
                  Add a destination
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
