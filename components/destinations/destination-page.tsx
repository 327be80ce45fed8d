'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PauseButton } from '@/components/handlers/pause-button'
import { TargetNote, TargetState } from '@/components/handlers/target-state'
import { usePermission } from '@/components/shell/viewer-context'
import { Time } from '@/components/time/time'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { updateDestination } from '@/lib/destinations/mutations'
import { destinationsOptions } from '@/lib/destinations/query-options'
import type { DestinationItem } from '@/lib/destinations/schemas'
import { eventsHref } from '@/lib/events/events-href'
import { handlersOptions } from '@/lib/runs/query-options'
import { DeleteSection } from './delete-section'
import { DestinationForm } from './destination-form'
import { type Draft, fromDraft, toDraft } from './draft'
import { EnabledSwitch } from './enabled-switch'
import { SecretSection } from './secret-section'
import { TestSection } from './test-section'
import { useDestinationChange } from './use-destination-change'

export function DestinationPage({ id }: { id: string }) {
  const t = useTranslations('destinations.page')
  const destinations = useQuery(destinationsOptions())
  const destination = destinations.data?.items.find((item) => item.id === id)
  if (destination) return <Detail destination={destination} />
  if (destinations.isError)
    return <LoadFailure what={t('whatFailed')} error={destinations.error} onRetry={() => void destinations.refetch()} />
  if (destinations.data && !destinations.isFetching) notFound()
  return (
    <div aria-hidden className="mx-auto w-full max-w-3xl px-3 py-4 md:px-6">
      <Skeleton className="h-6 w-56" />
      <Skeleton className="mt-6 h-96 w-full rounded-lg" />
    </div>
  )
}

function Detail({ destination }: { destination: DestinationItem }) {
  const t = useTranslations('destinations.page')
  const { why } = usePermission('operator')
  const target = useQuery(handlersOptions()).data?.items.find(({ destinationId }) => destinationId === destination.id)
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-3xl px-3 pt-2.5 pb-12 md:px-6">
        <Link
          href="/destinations"
          className="-ml-1 inline-flex items-center gap-1 rounded px-1 text-ink-2 text-xs hover:text-ink"
        >
          <ArrowLeft className="size-3.5" aria-hidden /> {t('back')}
        </Link>
        <div className="mt-1.5 flex flex-wrap items-center gap-2.5">
          <h1 className="font-semibold text-lg tracking-tight">{destination.name}</h1>
          {target ? <TargetState target={target} isOff={!destination.enabled} /> : null}
          <div className="ml-auto flex items-center gap-3">
            <EnabledSwitch destination={destination} />
            {target ? <PauseButton target={target} /> : null}
          </div>
        </div>
        <p className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 text-xs">
          <span className="break-all font-mono">{destination.url}</span>
          {target ? (
            <Link href={eventsHref({ handler: target.key })} className="font-medium text-accent hover:underline">
              {t('itsEvents')}
            </Link>
          ) : null}
        </p>
        {target && destination.enabled ? (
          <div className="mt-1">
            <TargetNote target={target} />
          </div>
        ) : null}
        {destination.disabledReason === 'gone' ? (
          <Notice tone="bad" title={t('goneTitle')} className="mt-4">
            {t('gone')}
          </Notice>
        ) : null}
        {why ? <Notice className="mt-4" title={t('readOnly', { why })} /> : null}
        <Settings key={JSON.stringify(toDraft(destination))} destination={destination} why={why} />
        <TestSection destination={destination} />
        <SecretSection destination={destination} />
        <DeleteSection destination={destination} />
        <p className="mt-6 text-ink-3 text-xs">
          {t.rich('created', { time: () => <Time at={destination.createdAt} /> })}
        </p>
      </div>
    </div>
  )
}

/** Mounted anew when the stored values change. */
function Settings({ destination, why }: { destination: DestinationItem; why: string | undefined }) {
  const t = useTranslations('destinations.page')
  const [draft, setDraft] = useState<Draft>(() => toDraft(destination))
  const save = useDestinationChange(() => updateDestination(destination.id, fromDraft(draft)), t('saved'), {
    quietFaults: true,
  })
  const isChanged = JSON.stringify(draft) !== JSON.stringify(toDraft(destination))
  return (
    <div className="mt-5">
      <DestinationForm
        draft={draft}
        onChange={(part) => setDraft({ ...draft, ...part })}
        error={save.error}
        why={why}
        onSubmit={() => save.mutate(undefined, { onSuccess: (saved) => setDraft(toDraft(saved)) })}
      >
        <Button
          type="submit"
          size="sm"
          variant="primary"
          disabled={why !== undefined || !isChanged || save.isPending}
          title={why ?? (isChanged ? undefined : t('unchanged'))}
        >
          {t('save')}
        </Button>
      </DestinationForm>
    </div>
  )
}
