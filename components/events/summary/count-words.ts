import type { EstimatedCount } from '@/lib/search/summary/schemas'

const MILLION = 1_000_000
const formats = new Map<string, Intl.NumberFormat>()

/** The count as a person reads it out: `4,312`, `≈ 48,200`, `≈ 1.2 million`. */
export function countWords({ count, isEstimate }: EstimatedCount, locale: string): string {
  if (!isEstimate) return format(count, locale, 'whole')
  return `≈ ${count < MILLION ? format(count, locale, 'rounded') : format(count, locale, 'long')}`
}

/** The count where there is little room: `812`, `1.2k`, `≈ 1.2m`. */
export function shortCount({ count, isEstimate }: EstimatedCount, locale: string): string {
  const words = count < 1000 ? format(count, locale, 'whole') : format(count, locale, 'short')
  return `${isEstimate ? '≈ ' : ''}${locale === 'en' ? words.toLowerCase() : words}`
}

/** All of them together; an estimate where any is one. */
export function sumOf(counts: readonly EstimatedCount[]): EstimatedCount {
  return {
    count: counts.reduce((sum, { count }) => sum + count, 0),
    isEstimate: counts.some(({ isEstimate }) => isEstimate),
  }
}

const OPTIONS = {
  whole: {},
  // Three digits are as good as an estimate is.
  rounded: { maximumSignificantDigits: 3 },
  long: { notation: 'compact', compactDisplay: 'long' },
  short: { notation: 'compact' },
} as const satisfies Record<string, Intl.NumberFormatOptions>

function format(value: number, locale: string, name: keyof typeof OPTIONS): string {
  const key = `${locale} ${name}`
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, OPTIONS[name])
  formats.set(key, known)
  return known.format(value)
}
