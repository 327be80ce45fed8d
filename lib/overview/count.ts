import type { Count } from './schemas'

/** Beyond this a number is no longer counted to its end. */
export const COUNT_AT_MOST = 10_000

/** What was counted up to one more than `most`: exact up to `most`, and `at_least` that beyond. */
export function bounded(counted: number, most: number = COUNT_AT_MOST): Count {
  return counted > most ? { value: most, precision: 'at_least' } : { value: counted, precision: 'exact' }
}

/** The sum of several: as good as the worst of them. */
export function sum(counts: readonly Count[]): Count {
  const value = counts.reduce((total, count) => total + count.value, 0)
  const worst = (['estimate', 'at_least'] as const).find((grade) => counts.some(({ precision }) => precision === grade))
  return { value, precision: worst ?? 'exact' }
}
