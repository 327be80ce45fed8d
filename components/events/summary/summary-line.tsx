'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useZone } from '@/components/time/zone'
import { cn } from '@/components/ui/class-names'
import { Skeleton } from '@/components/ui/skeleton'
import { summaryOptions } from '@/lib/search/summary/query-options'
import type { Coverage } from '@/lib/search/summary/schemas'
import { momentWords } from '../histogram/time-words'
import { countWords } from './count-words'

/** How many there are of what the query asks for, and of which part of it that is not known. */
export function SummaryLine({ q, className }: { q: string; className?: string }) {
  const t = useTranslations('search.summary')
  const locale = useLocale()
  const { data, isFetching, isPlaceholderData } = useQuery(summaryOptions(q))
  const words = data ? t('events', { count: data.total.count, words: countWords(data.total, locale) }) : null
  const [announced, setAnnounced] = useState<{ q: string; words: string } | null>(null)
  // Said aloud once for each query; that the number goes on growing is not.
  if (words !== null && !isPlaceholderData && announced?.q !== q) setAnnounced({ q, words })
  return (
    <p className={cn('min-h-5 text-ink-2 text-xs', className)}>
      {data && words !== null ? (
        <>
          <span
            className={cn('font-medium text-ink tabular-nums transition-opacity', isPlaceholderData && 'opacity-60')}
            title={data.total.isEstimate ? t('estimateMeaning') : undefined}
          >
            {words}
          </span>
          <CoverageWords coverage={data.coverage} />
        </>
      ) : isFetching ? (
        <Skeleton className="my-1 inline-block h-3 w-20 align-top" />
      ) : (
        t('failed')
      )}
      <span role="status" className="sr-only">
        {announced?.q === q ? announced.words : isFetching ? t('counting') : ''}
      </span>
    </p>
  )
}

/** What was not looked at, in words; nothing where all was. */
function CoverageWords({ coverage: { from, waiting } }: { coverage: Coverage }) {
  const t = useTranslations('search.summary')
  const [zone] = useZone()
  const locale = useLocale()
  return (
    <>
      {from ? <> · {t('coverage', { time: momentWords(Date.parse(from), zone, locale) })}</> : null}
      {waiting > 0 ? <> · {t('waiting', { count: waiting })}</> : null}
    </>
  )
}
