import type { Count } from '@/lib/overview/schemas'

/** `1,204`, `10,000+` where it was not counted to its end, `≈ 48,200` where it was reckoned. */
export function countWords({ value, precision }: Count): string {
  if (precision === 'estimate') return `≈ ${rounded(value).toLocaleString('en')}`
  return `${value.toLocaleString('en')}${precision === 'at_least' ? '+' : ''}`
}

/** `1 run`, `10,000+ runs`. */
export function countOf(count: Count, one: string, many = `${one}s`): string {
  return `${countWords(count)} ${count.value === 1 && count.precision === 'exact' ? one : many}`
}

/** The share that `part` has of both together: `2.1%`, `under 0.1%`, `at most 3%` where the rest was not counted to its end. */
export function shareWords(part: Count, rest: Count): string {
  const total = part.value + rest.value
  if (part.value === 0 || total === 0) return '0%'
  const percent = (100 * part.value) / total
  const words =
    percent < 0.1 ? 'under 0.1%' : `${percent < 10 ? percent.toFixed(1).replace(/\.0$/, '') : Math.round(percent)}%`
  if (rest.precision === 'exact') return part.precision === 'exact' ? words : `over ${words}`
  return part.precision === 'exact' && percent >= 0.1 ? `at most ${words}` : words
}

/** Three digits are as good as an estimate is. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 2)
  return Math.round(value / unit) * unit
}
