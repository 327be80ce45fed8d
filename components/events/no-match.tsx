'use client'

import { useQuery } from '@tanstack/react-query'
import { SearchX, ShieldCheck } from 'lucide-react'
import { useProviders } from '@/components/providers/providers-context'
import { useNow, useZone } from '@/components/time/zone'
import { Button } from '@/components/ui/button'
import type { ListFilters } from '@/lib/events/list-filters'
import { handlersOptions } from '@/lib/runs/query-options'
import { sourcesOptions } from '@/lib/sources/query-options'
import { filterWords } from './filter-words'

/** Events there may be, but none under these filters: says which they are. */
export function NoMatch({ filters, onClear }: { filters: ListFilters; onClear: () => void }) {
  const providers = useProviders()
  const sources = useQuery({ ...sourcesOptions(), refetchInterval: false }).data?.items ?? []
  const handlers = useQuery({ ...handlersOptions(), refetchInterval: false }).data?.items ?? []
  const [zone] = useZone()
  const words = filterWords(filters, { providers, sources, handlers, zone, now: useNow() })
  const isOnlyRejected = words.length === 1 && filters.verdict?.length === 1 && filters.verdict[0] === 'rejected'
  const Icon = isOnlyRejected ? ShieldCheck : SearchX
  return (
    <div className="flex flex-1 justify-center px-4 pt-[14vh] pb-6">
      <div className="max-w-md text-center">
        <Icon className="mx-auto size-6 text-ink-3" aria-hidden />
        <h2 className="mt-3 font-semibold text-base">
          {isOnlyRejected ? 'No rejected deliveries' : 'No event matches'}
        </h2>
        {isOnlyRejected ? (
          <p className="mt-1 text-ink-2">
            A delivery that fails its check is kept and shown here, with the reason and what to do about it.
          </p>
        ) : (
          <>
            <p className="mt-1 text-ink-2">Nothing was received that fits all of:</p>
            <ul className="mt-2.5 flex flex-wrap justify-center gap-1.5">
              {words.map((each) => (
                <li key={each} className="rounded-full border border-line-strong px-2.5 py-0.5 font-medium text-xs">
                  {each}
                </li>
              ))}
            </ul>
          </>
        )}
        <Button className="mt-4" onClick={onClear}>
          {isOnlyRejected ? 'Show all events' : 'Clear all filters'}
        </Button>
        {isOnlyRejected ? null : (
          <p className="mt-3 text-ink-3 text-xs">A new event that fits will appear here by itself.</p>
        )}
      </div>
    </div>
  )
}
