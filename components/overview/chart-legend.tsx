'use client'

import Link from 'next/link'
import { cn } from '@/components/ui/class-names'
import { eventsHref } from '@/lib/events/events-href'
import { OUTCOMES } from './bar-words'
import { type Bar, type Outcome, totalOf } from './bars'
import { countWords } from './count-words'
import { useSpeech } from './speech'

/** Of each outcome: how it is drawn, how many there are, and the list of them. */
export function ChartLegend({ bars }: { bars: readonly Bar[] }) {
  const speech = useSpeech()
  const { t } = speech
  const from = bars[0]?.from ?? ''
  return (
    <ul className="mt-1.5 grid grid-cols-2 gap-x-5 gap-y-1 sm:flex sm:flex-wrap">
      {OUTCOMES.map((outcome) => {
        const total = totalOf(bars, outcome)
        return (
          <li key={outcome}>
            <Link
              href={outcomeHref(outcome, from)}
              title={t(`outcomes.${outcome}.meaning`)}
              className="group block rounded"
            >
              <span className="flex items-center gap-1.5 text-ink-3 text-xs group-hover:text-ink">
                <span className={cn('size-2.5 shrink-0 rounded-[2px]', LOOKS[outcome])} aria-hidden />
                {t(`outcomes.${outcome}.label`)}
              </span>
              <span className="block pl-4 font-semibold text-base tabular-nums group-hover:underline">
                {countWords(total, speech)}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

/** Colour is never the only sign: what was rejected is hatched, what was not checked is outlined. */
export const LOOKS: Record<Outcome, string> = {
  proven: 'bg-good/75',
  unchecked: 'border border-idle bg-idle-soft',
  rejected: 'bg-[repeating-linear-gradient(135deg,var(--bad)_0_3px,var(--bad-line)_3px_5px)]',
  failed: 'bg-bad',
}

/** The list of an outcome from one moment on, to another where one is given. */
export function outcomeHref(outcome: Outcome, from: string, to?: string): string {
  const filter =
    outcome === 'failed' ? { status: 'failed' } : { verdict: outcome === 'proven' ? 'verified,authenticated' : outcome }
  return eventsHref({ ...filter, from, ...(to ? { to } : {}) })
}
