'use client'

import { useMemo, useState } from 'react'
import { useZone } from '@/components/time/zone'
import { cn } from '@/components/ui/class-names'
import { Disclosure } from '@/components/ui/disclosure'
import type { Slice } from '@/lib/overview/schemas'
import type { WindowName } from '@/lib/overview/windows'
import { contentWords, spanWords } from './bar-words'
import { barsOf } from './bars'
import { ChartBars } from './chart-bars'
import { ChartLegend } from './chart-legend'
import { ChartTable } from './chart-table'
import { useSpeech } from './speech'

/** Deliveries over time by outcome: bars to look at, and a table that says the same. */
export function FlowChart({
  slices,
  window,
  className,
}: {
  slices: readonly Slice[]
  window: WindowName
  className?: string
}) {
  const speech = useSpeech()
  const { t, words } = speech
  const [zone] = useZone()
  const bars = useMemo(() => barsOf(slices, window, zone), [slices, window, zone])
  const [shown, setShown] = useState<string | null>(null)
  const bar = bars.find(({ from }) => from === shown)
  return (
    <section aria-labelledby="overview-flow" className={cn('min-w-0 rounded-lg border px-3.5 pt-3 pb-2.5', className)}>
      <h2 id="overview-flow" className="font-semibold">
        {t('chart.title', { window: words(`windows.${window}`) })}
      </h2>
      <ChartLegend bars={bars} />
      <p className="mt-2 h-9 overflow-hidden text-ink-2 text-xs sm:h-5" aria-hidden>
        {bar ? (
          <>
            <span className="font-medium text-ink">{spanWords(bar, zone, speech)}</span> {contentWords(bar, speech)}
          </>
        ) : (
          <span className="text-ink-3">{t('chart.pointAt')}</span>
        )}
      </p>
      <ChartBars bars={bars} window={window} zone={zone} onShow={setShown} />
      <Disclosure summary={t('chart.asTable')} className="mt-2">
        <ChartTable bars={bars} zone={zone} />
      </Disclosure>
    </section>
  )
}
