import { useTranslations } from 'use-intl'
import type { ZoneChoice } from '@/lib/events/format'
import { OUTCOMES } from '@/lib/search/summary/schemas'
import { countWords } from '../summary/count-words'
import { type Bucket, totalsOf } from './buckets'
import { spanWords } from './time-words'

/** From when until when, and what was received then. */
export type ReadingWords = { span: string; content: string }

/** Buckets beside each other, in words. */
export function useReading(
  buckets: readonly Bucket[],
  isEstimate: boolean,
  zone: ZoneChoice,
  locale: string,
): ReadingWords {
  const t = useTranslations('search.histogram')
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (!first || !last) return { span: '', content: t('nothing') }
  const totals = totalsOf(buckets)
  const count = buckets.reduce((sum, { total }) => sum + total, 0)
  const parts = OUTCOMES.filter((outcome) => totals[outcome] > 0).map((outcome) =>
    t('outcomeCount', {
      words: countWords({ count: totals[outcome], isEstimate }, locale),
      outcome: t(`outcome.${outcome}`),
    }),
  )
  const all = t('content', { count, words: countWords({ count, isEstimate }, locale) })
  return {
    span: spanWords(first.fromMs, last.toMs, zone, locale),
    content: count === 0 ? t('nothing') : `${all} · ${parts.join(', ')}`,
  }
}

/** The bar under the pointer or the focus, in the place of the legend. */
export function Reading({ reading: { span, content }, isChosen }: { reading: ReadingWords; isChosen: boolean }) {
  return (
    <p aria-hidden className="min-w-0 flex-1 truncate tabular-nums">
      <span className={isChosen ? 'font-medium text-accent' : 'font-medium text-ink'}>{span}</span> {content}
    </p>
  )
}
