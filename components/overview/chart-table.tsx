'use client'

import Link from 'next/link'
import type { ZoneChoice } from '@/lib/events/format'
import { OUTCOMES, spanWords } from './bar-words'
import type { Bar, Outcome } from './bars'
import { outcomeHref } from './chart-legend'
import { countWords } from './count-words'
import { useSpeech } from './speech'

/** The bars as numbers, the latest first. */
export function ChartTable({ bars, zone }: { bars: readonly Bar[]; zone: ZoneChoice }) {
  const speech = useSpeech()
  const { t } = speech
  return (
    <div className="scroll-quiet mt-1 max-h-72 overflow-auto rounded-md border">
      <table className="w-full text-xs tabular-nums">
        <caption className="sr-only">{t('chart.caption')}</caption>
        <thead className="sticky top-0 bg-sunken text-ink-2">
          <tr>
            <th scope="col" className="px-2.5 py-1.5 text-left font-medium">
              {t('chart.received')}
            </th>
            {OUTCOMES.map((outcome) => (
              <th key={outcome} scope="col" className="px-2.5 py-1.5 text-right font-medium">
                {t(`outcomes.${outcome}.label`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {[...bars].reverse().map((bar) => (
            <tr key={bar.from}>
              <th scope="row" className="whitespace-nowrap px-2.5 py-1 text-left font-normal">
                {spanWords(bar, zone, speech)}
              </th>
              {OUTCOMES.map((outcome) => (
                <td key={outcome} className="px-2.5 py-1 text-right">
                  <Cell bar={bar} outcome={outcome} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ bar, outcome }: { bar: Bar; outcome: Outcome }) {
  const speech = useSpeech()
  if (bar[outcome] === 0) return <span className="text-ink-3">0</span>
  const words = countWords({ value: bar[outcome], precision: bar.isEstimate ? 'estimate' : 'exact' }, speech)
  return (
    <Link href={outcomeHref(outcome, bar.from, bar.to)} prefetch={false} className="text-ink hover:underline">
      {words}
    </Link>
  )
}
