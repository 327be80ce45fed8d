import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import type { Outcome } from '@/lib/search/summary/schemas'
import { countWords } from '../summary/count-words'
import { type Bucket, totalsOf } from './buckets'
import { OUTCOME_LOOKS } from './outcome-looks'

/** What matters most first: on a narrow screen the last may be out of view. */
const ORDER: readonly Outcome[] = ['succeeded', 'failed', 'rejected', 'waiting', 'none']

/** Of each outcome that there is: how it is drawn, and how many there are. */
export function Legend({
  buckets,
  isEstimate,
  locale,
}: {
  buckets: readonly Bucket[]
  isEstimate: boolean
  locale: string
}) {
  const t = useTranslations('search.histogram')
  const totals = totalsOf(buckets)
  return (
    <ul className="flex h-full min-w-0 flex-1 flex-wrap items-center gap-x-3 overflow-hidden">
      {ORDER.filter((outcome) => totals[outcome] > 0).map((outcome) => (
        <li key={outcome} className="flex h-6 items-center gap-1.5 whitespace-nowrap tabular-nums">
          <span aria-hidden className={cn('size-2.5 shrink-0 rounded-[2px]', OUTCOME_LOOKS[outcome].swatch)} />
          {t('outcomeCount', {
            words: countWords({ count: totals[outcome], isEstimate }, locale),
            outcome: t(`outcome.${outcome}`),
          })}
        </li>
      ))}
    </ul>
  )
}
