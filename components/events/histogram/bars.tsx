import { memo, useId } from 'react'
import type { ZoneChoice } from '@/lib/events/format'
import { type Bucket, partsOf } from './buckets'
import { OUTCOME_LOOKS } from './outcome-looks'
import { ticksOf } from './ticks'
import { tickWords } from './time-words'

const TICKS_AT_MOST = 8
const EDGE = 0.03

/** The bars, each as wide as its share of the time. Redrawn only when they change, not with the pointer. */
export const Bars = memo(function Bars({
  buckets,
  top,
  heightPx,
}: {
  buckets: readonly Bucket[]
  top: number
  heightPx: number
}) {
  const hatchId = useId()
  const width = 100 / buckets.length
  return (
    <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible" shapeRendering="crispEdges">
      <defs>
        <pattern id={hatchId} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="fill-bad-line" />
          <rect width="3" height="5" className="fill-bad" />
        </pattern>
      </defs>
      {buckets.map((bucket, place) =>
        partsOf(bucket, top, heightPx).map(({ outcome, y, height }) => (
          <rect
            key={`${bucket.fromMs} ${outcome}`}
            style={{ x: `${place * width}%`, width: `calc(${width}% - min(${width / 4}%, 1px))` }}
            y={y}
            height={height}
            className={OUTCOME_LOOKS[outcome].fill ?? undefined}
            fill={OUTCOME_LOOKS[outcome].fill ? undefined : `url(#${hatchId})`}
          />
        )),
      )}
    </svg>
  )
})

/** A few round times of the chosen zone under the bars. */
export function Axis({
  fromMs,
  toMs,
  zone,
  locale,
}: {
  fromMs: number
  toMs: number
  zone: ZoneChoice
  locale: string
}) {
  const ticks = ticksOf(fromMs, toMs, zone, TICKS_AT_MOST).filter(({ share }) => share > EDGE && share < 1 - EDGE)
  return (
    <div aria-hidden className="relative h-4 border-t text-2xs text-ink-3 tabular-nums">
      {ticks.map((tick, place) => (
        <span
          key={tick.atMs}
          style={{ left: `${tick.share * 100}%` }}
          className={`absolute -translate-x-1/2 whitespace-nowrap before:absolute before:-top-px before:left-1/2 before:h-1 before:w-px before:bg-line-strong ${place % 2 === 1 ? 'max-sm:hidden' : ''}`}
        >
          {tickWords(tick, zone, locale)}
        </span>
      ))}
    </div>
  )
}
