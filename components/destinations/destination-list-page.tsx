'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus, Waypoints } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { PageHead } from '@/components/shell/page-head'
import { usePermission } from '@/components/shell/viewer-context'
import { ActionButton } from '@/components/ui/action-button'
import { buttonStyle } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import { RowsSkeleton } from '@/components/ui/rows-skeleton'
import { destinationsOptions } from '@/lib/destinations/query-options'
import { handlersOptions } from '@/lib/runs/query-options'
import { DestinationRow } from './destination-row'

export function DestinationListPage() {
  const t = useTranslations('destinations.list')
  const destinations = useQuery(destinationsOptions())
  const targets = useQuery(handlersOptions()).data?.items ?? []
  const items = destinations.data?.items ?? []
  if (destinations.isError && !destinations.data)
    return <LoadFailure what={t('whatFailed')} error={destinations.error} onRetry={() => void destinations.refetch()} />
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-5xl px-3 py-3 md:px-4 lg:px-6">
        <PageHead title={t('title')}>
          <NewButton />
        </PageHead>
        <p className="mt-0.5 mb-4 text-ink-2">{t('lead')}</p>
        {destinations.data === undefined ? (
          <RowsSkeleton rows={2} />
        ) : items.length === 0 ? (
          <NoDestinations />
        ) : (
          <ul className="divide-y rounded-lg border">
            {items.map((destination) => (
              <DestinationRow
                key={destination.id}
                destination={destination}
                target={targets.find(({ destinationId }) => destinationId === destination.id)}
              />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function NewButton() {
  const t = useTranslations('destinations.list')
  const { why } = usePermission('operator')
  if (why) {
    return (
      <ActionButton size="sm" variant="primary" why={why}>
        <Plus aria-hidden /> {t('new')}
      </ActionButton>
    )
  }
  return (
    <Link href="/destinations/new" className={buttonStyle({ variant: 'primary', size: 'sm' })}>
      <Plus aria-hidden /> {t('new')}
    </Link>
  )
}

function NoDestinations() {
  const t = useTranslations('destinations.list')
  return (
    <div className="rounded-lg border border-dashed px-4 py-12 text-center">
      <Waypoints className="mx-auto size-6 text-ink-3" aria-hidden />
      <h2 className="mt-3 font-semibold text-base">{t('none')}</h2>
      <p className="mx-auto mt-1 max-w-md text-ink-2">{t('noneLead')}</p>
      <div className="mt-4">
        <NewButton />
      </div>
    </div>
  )
}
