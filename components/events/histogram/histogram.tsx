'use client'

import { useQuery } from '@tanstack/react-query'
import { ZoomOut } from 'lucide-react'
import { useId, useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useZone } from '@/components/time/zone'
import { setRange } from '@/lib/search/language/edit'
import { parseQuery } from '@/lib/search/language/parse'
import { summaryOptions } from '@/lib/search/summary/query-options'
import { type Bucket, bucketsOf, withEmptyBefore } from './buckets'
import { Chart, ChartAwaited } from './chart'
import { HistogramTable } from './histogram-table'
import { Legend } from './legend'
import { Reading, useReading } from './reading'
import { placesOf, rangeOf, type Selection } from './selection'
import { useWindowChoice } from './use-window-choice'

const NONE: Bucket[] = []
/** A few bars as wide as the page say nothing. */
const BUCKETS_AT_LEAST = 30

interface HistogramProps {
  q: string
  /** Takes the query with another window of time. */
  onChange: (q: string) => void
  className?: string
}

/** What the query asks for over time, by outcome; dragging over it sets the window of time. */
export function Histogram({ q, onChange, className }: HistogramProps) {
  const t = useTranslations('search.histogram')
  const headingId = useId()
  const locale = useLocale()
  const [zone] = useZone()
  const { data, isError, isFetching, isPlaceholderData } = useQuery(summaryOptions(q))
  const histogram = data?.histogram
  const window = windowOf(q)
  const isFromTheFirst = !window.isSet && data?.coverage.from === null
  const buckets = useMemo(() => {
    const found = histogram ? bucketsOf(histogram) : NONE
    return isFromTheFirst ? withEmptyBefore(found, BUCKETS_AT_LEAST) : found
  }, [histogram, isFromTheFirst])
  const choice = useWindowChoice(buckets, (chosenFrom: readonly Bucket[], selection: Selection) => {
    if (!histogram) return
    const fromMs = window.isSet ? Date.parse(histogram.from) : Number.NEGATIVE_INFINITY
    const bounds = { fromMs, toMs: Date.parse(histogram.to), hasEnd: window.hasEnd }
    const range = rangeOf(chosenFrom, selection, bounds)
    if (range) onChange(setRange(q, 'received', range.from, range.to))
  })
  const { shown, place, selection } = choice
  const [first, last] = selection ? placesOf(selection) : [place ?? shown.length - 1, place ?? shown.length - 1]
  const isEstimate = histogram?.isEstimate ?? false
  const reading = useReading(shown.slice(first, last + 1), isEstimate, zone, locale)

  return (
    <section aria-labelledby={headingId} aria-busy={isFetching && (isPlaceholderData || !data)} className={className}>
      <h2 id={headingId} className="sr-only">
        {t('title')}
      </h2>
      <div className="mb-1 flex h-6 items-center gap-2 text-ink-2 text-xs">
        {place === null && !selection ? (
          <Legend buckets={shown} isEstimate={isEstimate} locale={locale} />
        ) : (
          <Reading reading={reading} isChosen={selection !== null} />
        )}
        {isEstimate ? (
          <span
            title={t('estimateMeaning')}
            className="shrink-0 rounded-full border border-line-strong px-1.5 text-2xs"
          >
            ≈ {t('estimate')}
          </span>
        ) : null}
        {window.isSet ? (
          <button
            type="button"
            title={t('leaveWindowHint')}
            onClick={() => onChange(setRange(q, 'received', null, null))}
            className="inline-flex h-6 shrink-0 items-center gap-1 rounded px-1.5 font-medium text-accent hover:bg-hover pointer-coarse:h-9"
          >
            <ZoomOut className="size-3.5" aria-hidden />
            {t('leaveWindow')}
          </button>
        ) : null}
      </div>
      {histogram ? (
        <>
          <Chart
            choice={choice}
            isEstimate={isEstimate}
            reading={selection ? t('selected', reading) : t('reading', reading)}
            isDimmed={isPlaceholderData}
          />
          <HistogramTable buckets={buckets} isEstimate={isEstimate} zone={zone} locale={locale} />
        </>
      ) : (
        <ChartAwaited message={isError ? t('failed') : null} />
      )}
    </section>
  )
}

/** Whether the query bounds the time of receipt, and whether it does so at its end. */
function windowOf(q: string): { isSet: boolean; hasEnd: boolean } {
  const terms = parseQuery(q).terms.flatMap(({ term }) =>
    term.kind === 'field' && term.key === 'received' ? [term] : [],
  )
  return { isSet: terms.length > 0, hasEnd: terms.some(({ op }) => op === 'lt' || op === 'lte' || op === 'is') }
}
