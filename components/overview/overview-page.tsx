'use client'

import { useQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { LiveSign } from '@/components/events/live-sign'
import { NothingYet } from '@/components/events/nothing-yet'
import { PageHead } from '@/components/shell/page-head'
import { LoadFailure } from '@/components/ui/load-failure'
import { Segmented } from '@/components/ui/segmented'
import { isUnused } from '@/lib/overview/is-unused'
import { overviewOptions } from '@/lib/overview/query-options'
import type { Overview } from '@/lib/overview/schemas'
import { WINDOW_NAMES, type WindowName } from '@/lib/overview/windows'
import { ConcernPanel } from './concern-panel'
import { FailureGroups } from './failure-groups'
import { FindingList } from './finding-list'
import { FlowChart } from './flow-chart'
import { Headline } from './headline'
import { Numbers } from './numbers'
import { OverviewSkeleton } from './overview-skeleton'
import { SourceCard } from './source-card'
import { useSpeech } from './speech'

/** The first page after signing in: is everything all right? */
export function OverviewPage() {
  const { t, words } = useSpeech()
  const [window, setWindow] = useQueryState('window', parseAsStringLiteral(WINDOW_NAMES).withDefault('24h'))
  const overview = useQuery(overviewOptions(window))
  if (overview.isError && !overview.data)
    return <LoadFailure what={t('page.whatFailed')} error={overview.error} onRetry={() => void overview.refetch()} />
  if (overview.data && isUnused(overview.data)) {
    return (
      <>
        <h1 className="sr-only">{t('page.title')}</h1>
        <NothingYet />
      </>
    )
  }
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-6xl px-3 py-3 pb-10 md:px-4 lg:px-6">
        <PageHead title={t('page.title')} note={<LiveSign state={overview.isError ? 'lost' : 'live'} />}>
          <Segmented<WindowName>
            label={t('page.window')}
            value={window}
            options={WINDOW_NAMES.map((name) => ({ value: name, label: words(`windows.${name}`) }))}
            onChange={(next) => void setWindow(next)}
          />
        </PageHead>
        {overview.data ? <Content overview={overview.data} /> : <OverviewSkeleton />}
      </div>
    </div>
  )
}

function Content({ overview }: { overview: Overview }) {
  const { t } = useSpeech()
  const { sources, window } = overview
  return (
    <>
      <Headline overview={overview} />
      <div className="mt-3 grid gap-3 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <ConcernPanel overview={overview} />
        <FlowChart slices={overview.slices} window={window} className="lg:order-first lg:self-start" />
      </div>
      <Numbers overview={overview} />
      <section aria-labelledby="overview-sources" className="mt-6">
        <h2 id="overview-sources" className="font-semibold text-base">
          {t('page.sources')}
        </h2>
        <ul className="mt-2 space-y-3">
          {sources.map((source) => (
            <SourceCard key={source.id} source={source} window={window} />
          ))}
        </ul>
      </section>
      <div className="mt-6 grid gap-x-6 gap-y-6 lg:grid-cols-2">
        <FailureGroups failures={overview.failures} />
        <FindingList findings={overview.findings} />
      </div>
    </>
  )
}
