'use client'

import { useId } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useZone } from '@/components/time/zone'
import { cn } from '@/components/ui/class-names'
import { shortCount } from '../summary/count-words'
import { Axis, Bars } from './bars'
import { placesOf, type Selection } from './selection'
import type { useWindowChoice } from './use-window-choice'

const HEIGHT_PX = 56

interface ChartProps {
  choice: ReturnType<typeof useWindowChoice>
  isEstimate: boolean
  /** The bar at the place, or what is chosen, in words. */
  reading: string
  isDimmed: boolean
}

/** The bars with their axis. To assistive technology a slider, each of whose places reads a bar out. */
export function Chart({ choice, isEstimate, reading, isDimmed }: ChartProps) {
  const t = useTranslations('search.histogram')
  const locale = useLocale()
  const [zone] = useZone()
  const hintId = useId()
  const { shown, place, selection, handlers } = choice
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return null
  const top = Math.max(...shown.map(({ total }) => total))
  return (
    <div className={cn('relative pr-9 transition-opacity', isDimmed && 'opacity-60')}>
      {top > 0 ? <Scale words={shortCount({ count: top, isEstimate: false }, locale)} /> : null}
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('choose')}
        aria-describedby={hintId}
        aria-valuemin={1}
        aria-valuemax={shown.length}
        aria-valuenow={(place ?? shown.length - 1) + 1}
        aria-valuetext={reading}
        style={{ height: HEIGHT_PX }}
        className="relative cursor-crosshair touch-pan-y select-none rounded-sm focus-visible:outline-offset-1"
        {...handlers}
      >
        {place === null ? null : <Band length={shown.length} first={place} last={place} className="bg-ink/8" />}
        <Bars buckets={shown} top={top} heightPx={HEIGHT_PX} />
        {selection ? <Chosen length={shown.length} selection={selection} /> : null}
      </div>
      <p id={hintId} hidden>
        {isEstimate ? `${t('estimateMeaning')} ` : ''}
        {t('hint')}
      </p>
      <Axis fromMs={first.fromMs} toMs={last.toMs} zone={zone} locale={locale} />
    </div>
  )
}

/** How many the top of the chart stands for. */
function Scale({ words }: { words: string }) {
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute top-0 right-0 w-9 border-line border-t text-right text-2xs text-ink-3 leading-4 tabular-nums"
    >
      {words}
    </span>
  )
}

function Chosen({ length, selection }: { length: number; selection: Selection }) {
  const [first, last] = placesOf(selection)
  return <Band length={length} first={first} last={last} className="border-accent border-x bg-accent/15" />
}

function Band({ length, first, last, className }: Record<'length' | 'first' | 'last', number> & { className: string }) {
  return (
    <span
      aria-hidden
      style={{ left: `${(100 * first) / length}%`, width: `${(100 * (last - first + 1)) / length}%` }}
      className={cn('pointer-events-none absolute inset-y-0', className)}
    />
  )
}

/** As high as the chart. */
export function ChartAwaited({ message }: { message: string | null }) {
  return (
    <div style={{ height: HEIGHT_PX + 16 }} className="flex items-center justify-center border-b text-ink-3 text-xs">
      {message}
    </div>
  )
}
