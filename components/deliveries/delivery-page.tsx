'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { BackLink } from '@/components/events/back-link'
import { DetailSkeleton } from '@/components/events/detail-skeleton'
import { IdLine } from '@/components/events/id-line'
import { OurAnswer } from '@/components/events/our-answer'
import { Trail } from '@/components/events/trail'
import { VerdictPill } from '@/components/events/verdict-pill'
import { ContentTabs } from '@/components/payload/content-tabs'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useProvider } from '@/components/providers/providers-context'
import { Time } from '@/components/time/time'
import { LoadFailure } from '@/components/ui/load-failure'
import { deliveryOptions } from '@/lib/events/query-options'
import type { DeliveryDetail } from '@/lib/events/schemas'
import { verdictSentence } from '@/lib/events/verdict-words'
import { schemeWithin } from '@/lib/timeline/name-words'
import { Explanation } from './explanation'

export function DeliveryPage({ id }: { id: string }) {
  const t = useTranslations('deliveries.page')
  const delivery = useQuery(deliveryOptions(id))
  if (delivery.data) return <Detail delivery={delivery.data} />
  if (delivery.isError)
    return <LoadFailure what={t('whatFailed')} error={delivery.error} onRetry={() => void delivery.refetch()} />
  return <DetailSkeleton />
}

function Detail({ delivery }: { delivery: DeliveryDetail }) {
  const t = useTranslations('deliveries.page')
  const words = useTranslations('words')
  const provider = useProvider(delivery.provider)
  const isRejected = delivery.verdict === 'rejected'
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <header className="border-b px-3 pt-2.5 pb-4 md:px-4 lg:px-6">
        <BackLink />
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="font-semibold text-lg tracking-tight">{verdictSentence(delivery, words)}</h1>
          <VerdictPill verdict={delivery.verdict} />
        </div>
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2 text-xs">
          <span className="flex items-center gap-2">
            <ProviderMark id={delivery.provider} />
            {delivery.source.name}
          </span>
          <span>
            {delivery.claimedType
              ? t.rich(isRejected ? 'rejectedClaiming' : 'deliveryClaiming', {
                  type: () => <span className="font-mono">{delivery.claimedType}</span>,
                })
              : t(isRejected ? 'rejected' : 'delivery')}
          </span>
          <span>{t.rich('received', { time: () => <Time at={delivery.receivedAt} /> })}</span>
        </p>
        {delivery.claims.length > 0 ? (
          <p className="mt-2 flex flex-wrap items-center gap-1.5 text-ink-2 text-xs">
            {t('claims')}
            {delivery.claims.slice(0, 8).map(({ scheme, value }) => (
              <span
                key={`${scheme} ${value}`}
                className="rounded border border-line-strong border-dashed px-1.5 font-mono"
              >
                {schemeWithin(scheme, words)} {value}
              </span>
            ))}
            {delivery.claims.length > 8 ? <span>{t('more', { count: delivery.claims.length - 8 })}</span> : null}
          </p>
        ) : null}
        {delivery.eventId ? (
          <Link
            href={`/events/${delivery.eventId}`}
            className="mt-3 inline-flex items-center gap-1 font-medium text-accent hover:underline"
          >
            {t('openEvent')} <ArrowRight className="size-3.5" aria-hidden />
          </Link>
        ) : null}
      </header>
      <div className="grid gap-x-8 gap-y-6 px-3 py-4 md:px-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:px-6 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="min-w-0 space-y-5">
          {delivery.verdict === 'rejected' || delivery.verdict === 'unchecked' ? (
            <Explanation delivery={delivery} />
          ) : null}
          <ContentTabs delivery={delivery} />
        </div>
        <aside className="min-w-0 space-y-6">
          <Trail first={delivery} repeats={[]} hiddenRepeats={0} />
          <section aria-label={t('ids')}>
            <h2 className="font-semibold text-sm">{t('ids')}</h2>
            <dl className="mt-1.5">
              <IdLine label={t('deliveryId')} value={delivery.id} />
              {delivery.eventId ? <IdLine label={t('eventId')} value={delivery.eventId} /> : null}
              <IdLine label={t('sentTo')} value={delivery.path} />
              {provider ? <IdLine label={t('provider')} value={provider.id} /> : null}
            </dl>
          </section>
          <OurAnswer status={delivery.status} answer={delivery.answer} />
        </aside>
      </div>
    </div>
  )
}
