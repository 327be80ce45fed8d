'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRememberVisit } from '@/components/palette/use-remember-visit'
import { ContentTabs } from '@/components/payload/content-tabs'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useEventTitle, useProvider } from '@/components/providers/providers-context'
import { EditedCopies } from '@/components/runs/edited-copies'
import { EventActions } from '@/components/runs/event-actions'
import { RunEntry } from '@/components/runs/run-entry'
import { useEventReplay } from '@/components/runs/use-event-replay'
import { Time } from '@/components/time/time'
import { LoadFailure } from '@/components/ui/load-failure'
import { eventOptions } from '@/lib/events/query-options'
import type { EventDetail } from '@/lib/events/schemas'
import { verdictSentence } from '@/lib/events/verdict-words'
import { BackLink } from './back-link'
import { DetailSkeleton } from './detail-skeleton'
import { IdLine } from './id-line'
import { OurAnswer } from './our-answer'
import { ProblemNotice } from './problem-notice'
import { SubjectLink } from './subject-link'
import { Trail } from './trail'
import { VerdictPill } from './verdict-pill'

export function EventPage({ id }: { id: string }) {
  const t = useTranslations('events')
  const event = useQuery(eventOptions(id))
  if (event.data) return <Detail event={event.data} />
  if (event.isError)
    return <LoadFailure what={t('page.what')} error={event.error} onRetry={() => void event.refetch()} />
  return <DetailSkeleton />
}

function Detail({ event: stored }: { event: EventDetail }) {
  const t = useTranslations('events')
  const words = useTranslations('words')
  const replay = useEventReplay(stored)
  const event = replay.shown
  const provider = useProvider(event.provider)
  const title = useEventTitle(event.provider, event.type)
  useRememberVisit({
    kind: 'event',
    label: [event.type ?? t('page.unknownType'), event.subject?.label].filter(Boolean).join(' · '),
    path: `/events/${event.id}`,
  })
  const [first, ...repeats] = event.deliveries
  const isLastRun = (index: number) => index === event.runs.length - 1 && event.deliveryCount < 2
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <header className="border-b px-3 pt-2.5 pb-4 md:px-4 lg:px-6">
        <BackLink />
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h1 className="break-all font-mono font-semibold text-lg tracking-tight">{event.type}</h1>
          {event.subject ? (
            <span className="text-base">
              <SubjectLink subject={event.subject} />
            </span>
          ) : null}
          <div className="ml-auto max-sm:ml-0 max-sm:w-full">
            <EventActions event={event} replay={replay} />
          </div>
        </div>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2">
          <VerdictPill verdict={event.verdict} />
          <span>{first ? verdictSentence(first, words) : null}</span>
        </p>
        <p className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2 text-xs">
          <span className="flex items-center gap-2">
            <ProviderMark id={event.provider} />
            {provider?.label ?? event.provider}
          </span>
          {title ? <span>{title}</span> : null}
          {event.source.name === provider?.label ? null : (
            <span>{t('page.source', { source: event.source.name })}</span>
          )}
          <span>{t.rich('page.received', { time: () => <Time at={event.receivedAt} /> })}</span>
          {event.deliveryCount > 1 ? (
            <span>
              {t.rich('page.receivedTimes', {
                count: event.deliveryCount,
                time: () => <Time at={event.lastReceivedAt} />,
              })}
            </span>
          ) : null}
        </p>
      </header>
      <div className="grid grid-cols-1 gap-x-8 gap-y-6 px-3 py-4 md:px-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:px-6 xl:grid-cols-[minmax(0,1fr)_27rem]">
        <div className="min-w-0 space-y-4">
          <ProblemNotice problems={event.problems} />
          {first ? <ContentTabs delivery={first} identifiers={event.identifiers} /> : null}
        </div>
        <aside className="min-w-0 space-y-6 max-lg:contents">
          <div className="min-w-0 space-y-6 max-lg:order-first">
            {first ? (
              <Trail
                first={first}
                repeats={repeats}
                hiddenRepeats={Math.max(0, event.deliveryCount - event.deliveries.length)}
              >
                {event.runs.map((run, index) => (
                  <RunEntry key={run.id} run={run} replay={replay} isLast={isLastRun(index)} />
                ))}
              </Trail>
            ) : null}
            <EditedCopies copies={event.copies} replay={replay} />
          </div>
          <section aria-label={t('page.ids')}>
            <h2 className="font-semibold text-sm">{t('page.ids')}</h2>
            <dl className="mt-1.5">
              <IdLine label={t('page.eventId')} value={event.id} />
              {first ? <IdLine label={t('page.deliveryId')} value={first.id} /> : null}
              <IdLine label={t('page.dedupeKey')} value={event.dedupeKey} />
              <Moment label={t('page.occurred')} at={event.occurredAt} />
              <Moment label={t('page.receivedAt')} at={event.receivedAt} />
            </dl>
          </section>
          {first ? <OurAnswer status={first.status} answer={first.answer} /> : null}
        </aside>
      </div>
    </div>
  )
}

function Moment({ label, at }: { label: string; at: string | null }) {
  const t = useTranslations('events')
  return (
    <div className="flex min-h-6 items-center gap-1.5">
      <dt className="w-24 shrink-0 text-ink-3 text-xs">{label}</dt>
      <dd className="text-xs tabular-nums">
        {at ? <Time at={at} as="absolute" /> : <span className="text-ink-3">{t('page.notSaid')}</span>}
      </dd>
    </div>
  )
}
