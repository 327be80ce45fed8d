'use client'

import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { useProviders } from '@/components/providers/providers-context'
import { useNow, useZone } from '@/components/time/zone'
import { Button, buttonStyle } from '@/components/ui/button'
import { KIND_NAMES, KINDS, type Kind } from '@/lib/timeline/kinds'
import type { EntityFilters } from '@/lib/timeline/list-filters'
import { entityFilterWords } from './filter-options'

interface NoEntityMatchProps {
  kind: Kind
  filters: EntityFilters
  onClear: () => void
}

/** Things there may be, but none under these filters: says which they are, and where the same search may find more. */
export function NoEntityMatch({ kind, filters, onClear }: NoEntityMatchProps) {
  const providers = useProviders()
  const [zone] = useZone()
  const words = entityFilterWords(filters, { kind, providers, zone, now: useNow() })
  return (
    <div className="flex flex-1 justify-center px-4 pt-[12vh] pb-6">
      <div className="max-w-md text-center">
        <SearchX className="mx-auto size-6 text-ink-3" aria-hidden />
        <h2 className="mt-3 font-semibold text-base">No {KINDS[kind].one.toLowerCase()} matches</h2>
        <p className="mt-1 text-ink-2">There is none that fits all of:</p>
        <ul className="mt-2.5 flex flex-wrap justify-center gap-1.5">
          {words.map((each) => (
            <li
              key={each}
              className="wrap-anywhere rounded-full border border-line-strong px-2.5 py-0.5 font-medium text-xs"
            >
              {each}
            </li>
          ))}
        </ul>
        <Button className="mt-4" onClick={onClear}>
          Clear all filters
        </Button>
        {filters.q ? (
          <div className="mt-5">
            <p className="text-ink-3 text-xs">Or look for “{filters.q}” among the</p>
            <ul className="mt-1.5 flex flex-wrap justify-center gap-1">
              {KIND_NAMES.filter((other) => other !== kind).map((other) => (
                <li key={other}>
                  <Link
                    href={`/${KINDS[other].path}?${new URLSearchParams({ q: filters.q ?? '' })}`}
                    className={buttonStyle({ variant: 'ghost', size: 'sm' })}
                  >
                    {KINDS[other].title}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </div>
  )
}
