'use client'

import Link from 'next/link'
import { type KeyboardEvent, useRef, useState } from 'react'
import { eventsHref } from '@/lib/events/events-href'
import { formatMinute, formatWeekday, toWallClock, type ZoneChoice } from '@/lib/events/format'
import type { WindowName } from '@/lib/overview/windows'
import { contentWords, spanWords } from './bar-words'
import { type Bar, heightOf, niceCeiling } from './bars'
import { LOOKS } from './chart-legend'
import { useSpeech } from './speech'

const OUTCOMES = ['rejected', 'unchecked', 'proven'] as const
const LABEL_EVERY = 4

interface ChartBarsProps {
  bars: readonly Bar[]
  window: WindowName
  zone: ZoneChoice
  onShow: (from: string | null) => void
}

/** The bars, each a link to its events. One stop for the tab key; arrow keys go from bar to bar. */
export function ChartBars({ bars, window, zone, onShow }: ChartBarsProps) {
  const speech = useSpeech()
  const { t } = speech
  const [stop, setStop] = useState<string | null>(null)
  const row = useRef<HTMLUListElement>(null)
  const top = niceCeiling(Math.max(0, ...bars.map(heightOf)))
  const topFailed = Math.max(1, ...bars.map(({ failed }) => failed))
  const stopAt = bars.some(({ from }) => from === stop) ? stop : bars.at(-1)?.from

  function move(event: KeyboardEvent, index: number) {
    const next = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: bars.length - 1 }[event.key]
    const link = next === undefined ? null : row.current?.querySelectorAll('a')[next]
    if (!link) return
    event.preventDefault()
    link.focus()
  }

  return (
    <div className="relative mt-1 pr-10">
      <Scale top={top} />
      <ul ref={row} className="flex h-48 items-stretch" aria-label={t('chart.label')}>
        {bars.map((bar, index) => (
          <li key={bar.from} className="relative min-w-0 flex-1">
            <Link
              href={eventsHref({ from: bar.from, to: bar.to })}
              prefetch={false}
              aria-label={t('chart.bar', { span: spanWords(bar, zone, speech), content: contentWords(bar, speech) })}
              tabIndex={bar.from === stopAt ? 0 : -1}
              onFocus={() => {
                setStop(bar.from)
                onShow(bar.from)
              }}
              onBlur={() => onShow(null)}
              onMouseEnter={() => onShow(bar.from)}
              onMouseLeave={() => onShow(null)}
              onKeyDown={(event) => move(event, index)}
              className="flex h-full flex-col rounded-sm px-px hover:bg-hover focus-visible:bg-accent-soft focus-visible:-outline-offset-1 sm:px-0.5"
            >
              <span className="flex h-36 flex-col justify-end">
                {OUTCOMES.map((outcome) => (
                  <Part key={outcome} share={bar[outcome] / top} className={LOOKS[outcome]} />
                ))}
              </span>
              <span className="mt-1.5 flex h-5 flex-col justify-end border-line border-b">
                <Part share={bar.failed / topFailed} className={LOOKS.failed} />
              </span>
            </Link>
            {hasLabel(bar, index, window, zone) ? <Label bar={bar} window={window} zone={zone} /> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is there is seen, however little. */
function Part({ share, className }: { share: number; className: string }) {
  if (share === 0) return null
  return <span className={`block min-h-0.5 shrink-0 ${className}`} style={{ height: `${share * 100}%` }} />
}

function Scale({ top }: { top: number }) {
  const { t, locale } = useSpeech()
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 top-0 h-36 text-2xs text-ink-3 tabular-nums">
      {[top, top / 2, 0].map((value) => (
        <div
          key={value}
          style={{ bottom: `${(value / top) * 100}%` }}
          className="absolute inset-x-0 flex h-0 items-center"
        >
          <span className="h-px flex-1 bg-line" />
          <span className="w-10 pl-1.5">{value.toLocaleString(locale, { notation: 'compact' })}</span>
        </div>
      ))}
      <span className="absolute right-0 -bottom-7 w-10 pl-1.5 leading-5">{t('chart.failed')}</span>
    </div>
  )
}

function hasLabel(bar: Bar, index: number, window: WindowName, zone: ZoneChoice): boolean {
  const hour = hourOf(bar, zone)
  return window === '24h' ? hour % LABEL_EVERY === 0 : hour === 0 || (index === 0 && hour < 12)
}

function hourOf(bar: Bar, zone: ZoneChoice): number {
  return Number(toWallClock(new Date(bar.from), zone).slice(11, 13))
}

function Label({ bar, window, zone }: { bar: Bar; window: WindowName; zone: ZoneChoice }) {
  const { locale } = useSpeech()
  const at = new Date(bar.from)
  const isDay = window === '7d' || hourOf(bar, zone) === 0
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute bottom-0 left-0 whitespace-nowrap text-2xs text-ink-3 leading-4"
    >
      {isDay ? formatWeekday(at, zone, locale) : formatMinute(at, zone, locale)}
    </span>
  )
}
