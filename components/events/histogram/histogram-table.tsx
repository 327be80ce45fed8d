import { useTranslations } from 'use-intl'
import type { ZoneChoice } from '@/lib/events/format'
import { OUTCOMES } from '@/lib/search/summary/schemas'
import { countWords } from '../summary/count-words'
import type { Bucket } from './buckets'
import { spanWords } from './time-words'

interface HistogramTableProps {
  buckets: readonly Bucket[]
  isEstimate: boolean
  zone: ZoneChoice
  locale: string
}

/** The bars as numbers, for screen readers; those with nothing in them are left out. */
export function HistogramTable({ buckets, isEstimate, zone, locale }: HistogramTableProps) {
  const t = useTranslations('search.histogram')
  const words = (count: number) => countWords({ count, isEstimate }, locale)
  return (
    <div className="sr-only">
      <table>
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('received')}</th>
            {OUTCOMES.map((outcome) => (
              <th key={outcome} scope="col">
                {t(`outcome.${outcome}`)}
              </th>
            ))}
            <th scope="col">{t('total')}</th>
          </tr>
        </thead>
        <tbody>
          {buckets
            .filter(({ total }) => total > 0)
            .map((bucket) => (
              <tr key={bucket.fromMs}>
                <th scope="row">{spanWords(bucket.fromMs, bucket.toMs, zone, locale)}</th>
                {OUTCOMES.map((outcome) => (
                  <td key={outcome}>{words(bucket.counts[outcome])}</td>
                ))}
                <td>{words(bucket.total)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
