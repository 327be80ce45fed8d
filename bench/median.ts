/** The middle one of the values; the upper of the two where their number is even. NaN where there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that `share` of them do not exceed. NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
