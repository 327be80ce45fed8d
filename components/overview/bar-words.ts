import { formatDayOfYear, formatMinute, type ZoneChoice } from '@/lib/events/format'
import { type Bar, heightOf, type Outcome } from './bars'
import { countOf, countWords } from './count-words'
import type { Speech } from './speech'

/** In the order in which they are named. */
export const OUTCOMES: readonly Outcome[] = ['proven', 'unchecked', 'rejected', 'failed']

/** `Sat, 21 Nov, 14:00 to 15:00` in the chosen zone. */
export function spanWords({ from, to }: Bar, zone: ZoneChoice, { t, locale }: Speech): string {
  const clock = (at: string) => formatMinute(new Date(at), zone, locale)
  return t('chart.span', { day: formatDayOfYear(new Date(from), zone, locale), from: clock(from), to: clock(to) })
}

/** `120 deliveries: 117 verified, 3 rejected. 2 events with failed runs`. */
export function contentWords(bar: Bar, speech: Speech): string {
  const { t } = speech
  const precision = bar.isEstimate ? 'estimate' : 'exact'
  const parts = (['proven', 'unchecked', 'rejected'] as const)
    .filter((outcome) => bar[outcome] > 0)
    .map((outcome) =>
      t(`outcomes.${outcome}.count`, { number: countWords({ value: bar[outcome], precision }, speech) }),
    )
  const deliveries = countOf({ value: heightOf(bar), precision }, 'deliveries', speech)
  const delivered = parts.length > 0 ? t('chart.delivered', { deliveries, parts: parts.join(', ') }) : t('chart.none')
  if (bar.failed === 0) return delivered
  return t('chart.withFailed', { delivered, events: countOf({ value: bar.failed, precision }, 'events', speech) })
}
