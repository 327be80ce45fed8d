'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useProviders } from '@/components/providers/providers-context'
import { cn } from '@/components/ui/class-names'
import type { RunStatus } from '@/lib/runs/statuses'
import { summaryOptions } from '@/lib/search/summary/query-options'
import type { Facet, FacetKey } from '@/lib/search/summary/schemas'
import { PlainFacet } from './plain-facet'
import { TypeFacet } from './type-facet'
import { useFacetWords } from './use-facet-words'
import { VERDICT_NAMES } from './verdict-names'

/** What people look for first. */
const STATUSES: readonly RunStatus[] = ['failed', 'retrying', 'queued', 'running', 'succeeded', 'cancelled']
const AWAITED_TYPES = 6
const AWAITED_OTHERS = 3

interface FacetsProps {
  q: string
  /** Takes the query with a value more or less. */
  onChange: (q: string) => void
  className?: string
}

/** What the events of the query are like: by each facet the values there are, how many of each, and a box to ask for them. */
export function Facets({ q, onChange, className }: FacetsProps) {
  const t = useTranslations('search.facets')
  const providers = useProviders()
  const words = useFacetWords()
  const { data, isError, isFetching, isPlaceholderData, refetch } = useQuery(summaryOptions(q))
  // Without an answer the query can still be changed: its own values are listed, uncounted.
  // What stands there of the query before, while nothing is asked, is no answer either.
  const answer = isPlaceholderData && !isFetching ? undefined : data
  const answered = (key: FacetKey): Facet | null => answer?.facets.find((facet) => facet.key === key) ?? null
  const isAwaited = isFetching && !isError
  const plain = (facet: Exclude<FacetKey, 'type'>, fixed?: readonly string[]) => (
    <PlainFacet
      facet={facet}
      q={q}
      answered={answered(facet)}
      fixed={fixed}
      awaitedRows={isAwaited ? AWAITED_OTHERS : null}
      words={words}
      onChange={onChange}
    />
  )
  return (
    <section
      aria-label={t('title')}
      aria-busy={isFetching && (isPlaceholderData || !data)}
      className={cn('space-y-3', className)}
    >
      {isError && !data ? (
        <p role="alert" className="px-1 text-bad text-xs">
          {t('failed')}{' '}
          <button type="button" onClick={() => void refetch()} className="rounded font-medium underline">
            {t('retry')}
          </button>
        </p>
      ) : null}
      {plain(
        'provider',
        providers.map(({ id }) => id),
      )}
      {plain('status', STATUSES)}
      {plain('verdict', VERDICT_NAMES)}
      <TypeFacet
        q={q}
        answered={answered('type')}
        awaitedRows={isAwaited ? AWAITED_TYPES : null}
        words={words}
        onChange={onChange}
      />
      {plain('handler')}
      {plain('source')}
    </section>
  )
}
