import { toWallClock, type ZoneChoice } from '@/lib/events/format'
import type { Count, Slice } from '@/lib/overview/schemas'
import { WINDOWS, type WindowName } from '@/lib/overview/windows'

const HOUR_MS = 3_600_000
const STEPS = [1, 1.2, 1.6, 2, 3, 4, 6, 8, 10]

/** A bar of the chart: the deliveries from one moment to another. */
export interface Bar {
  from: string
  to: string
  proven: number
  unchecked: number
  rejected: number
  failed: number
  isEstimate: boolean
}

export type Outcome = 'proven' | 'unchecked' | 'rejected' | 'failed'

/** The slices of a window as bars that begin on the hour in the chosen zone, those of six hours at midnight. */
export function barsOf(slices: readonly Slice[], window: WindowName, zone: ZoneChoice): Bar[] {
  const { barMs, bars: atMost } = WINDOWS[window]
  const bars = new Map<string, Bar>()
  for (const slice of slices) {
    const clock = toWallClock(new Date(slice.at), zone)
    const key = `${clock.slice(0, 10)} ${Math.floor((Number(clock.slice(11, 13)) * HOUR_MS) / barMs)}`
    const bar = bars.get(key) ?? emptyBar(slice.at, barMs)
    bar.proven += slice.proven
    bar.unchecked += slice.unchecked
    bar.rejected += slice.rejected
    bar.failed += slice.failed
    bar.isEstimate ||= slice.isEstimate
    bars.set(key, bar)
  }
  const all = [...bars.values()]
  for (const [index, bar] of all.entries()) bar.to = all[index + 1]?.from ?? bar.to
  return all.slice(-atMost)
}

function emptyBar(from: string, barMs: number): Bar {
  const to = new Date(Date.parse(from) + barMs).toISOString()
  return { from, to, proven: 0, unchecked: 0, rejected: 0, failed: 0, isEstimate: false }
}

/** How many of an outcome all bars hold. */
export function totalOf(bars: readonly Bar[], outcome: Outcome): Count {
  const value = bars.reduce((sum, bar) => sum + bar[outcome], 0)
  return { value, precision: value > 0 && bars.some(({ isEstimate }) => isEstimate) ? 'estimate' : 'exact' }
}

/** All deliveries of a bar. */
export function heightOf({ proven, unchecked, rejected }: Bar): number {
  return proven + unchecked + rejected
}

/** The end of an axis that holds `value`, of which the half is whole as well. At least 4. */
export function niceCeiling(value: number): number {
  const least = Math.max(4, value)
  const power = 10 ** Math.floor(Math.log10(least))
  return (STEPS.find((step) => step * power >= least) ?? 10) * power
}
