import { formatNumber } from '@/lib/events/format'
import type { Count } from '@/lib/overview/schemas'
import type { Speech } from './speech'

/** `1,204`, `10,000+` where it was not counted to its end, `≈ 48,200` where it was reckoned. */
export function countWords({ value, precision }: Count, { t, locale }: Speech): string {
  if (precision === 'estimate') return t('counts.estimate', { number: formatNumber(rounded(value), locale) })
  const number = formatNumber(value, locale)
  return precision === 'at_least' ? t('counts.atLeast', { number }) : t('counts.exact', { number })
}

/** `1 run`, `10,000+ runs`. */
export function countOf(count: Count, what: 'runs' | 'events' | 'deliveries' | 'findings', speech: Speech): string {
  const isOne = count.value === 1 && count.precision === 'exact'
  return speech.t(`counts.${what}`, { number: countWords(count, speech), count: isOne ? 1 : Math.max(2, count.value) })
}

/** The share that `part` has of both together: `2.1%`, `under 0.1%`, `at most 3%` where the rest was not counted to its end. */
export function shareWords(part: Count, rest: Count, { t, locale }: Speech): string {
  const total = part.value + rest.value
  if (part.value === 0 || total === 0) return percentWords(0, locale)
  const percent = (100 * part.value) / total
  const words = percent < 0.1 ? t('shares.under', { share: percentWords(0.1, locale) }) : percentWords(percent, locale)
  if (rest.precision === 'exact') return part.precision === 'exact' ? words : t('shares.over', { share: words })
  return part.precision === 'exact' && percent >= 0.1 ? t('shares.atMost', { share: words }) : words
}

function percentWords(percent: number, locale: Speech['locale']): string {
  return `${percent.toLocaleString(locale, { maximumFractionDigits: percent < 10 ? 1 : 0 })}%`
}

/** Three digits are as good as an estimate is. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 2)
  return Math.round(value / unit) * unit
}
