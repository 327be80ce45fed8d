'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useProvider } from '@/components/providers/providers-context'
import { useBaseUrl } from '@/components/shell/base-url'
import { usePermission } from '@/components/shell/viewer-context'
import { Time } from '@/components/time/time'
import { CopyButton } from '@/components/ui/copy-button'
import { LoadFailure } from '@/components/ui/load-failure'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { eventsHref } from '@/lib/events/events-href'
import { sourcesOptions } from '@/lib/sources/query-options'
import type { SourceItem } from '@/lib/sources/schemas'
import { SecretsSection } from './secrets-section'
import { Section } from './section'
import { SettingsForm } from './settings-form'
import { SourceState } from './source-state'
import { StateSection } from './state-section'

export function SourcePage({ id }: { id: string }) {
  const t = useTranslations('sources.page')
  const sources = useQuery(sourcesOptions())
  const source = sources.data?.items.find((item) => item.id === id)
  if (source) return <Detail source={source} />
  if (sources.isError)
    return <LoadFailure what={t('whatFailed')} error={sources.error} onRetry={() => void sources.refetch()} />
  if (sources.data) notFound()
  return (
    <div className="mx-auto w-full max-w-3xl px-3 py-4 md:px-6">
      <Skeleton className="h-6 w-56" />
      <Skeleton className="mt-6 h-40 w-full rounded-lg" />
    </div>
  )
}

function Detail({ source }: { source: SourceItem }) {
  const t = useTranslations('sources.page')
  const counts = useTranslations('sources.counts')
  const provider = useProvider(source.provider)
  const { why } = usePermission('admin')
  const url = useBaseUrl() + source.path
  const { accepted, rejected } = source.last24h
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-3xl px-3 pt-2.5 pb-12 md:px-6">
        <Link
          href="/sources"
          className="-ml-1 inline-flex items-center gap-1 rounded px-1 text-ink-2 text-xs hover:text-ink"
        >
          <ArrowLeft className="size-3.5" aria-hidden /> {t('back')}
        </Link>
        <div className="mt-1.5 flex flex-wrap items-center gap-2.5">
          <ProviderMark id={source.provider} className="size-7 rounded-md text-2xs" />
          <h1 className="font-semibold text-lg tracking-tight">{source.name}</h1>
          <SourceState source={source} />
        </div>
        <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 text-xs">
          {source.name === provider?.label ? null : <span>{provider?.label ?? source.provider}</span>}
          <LastDelivery at={source.lastReceivedAt} />
          <span>
            {t.rich('day', {
              accepted: () => counts('accepted', { count: accepted }),
              rejected: () => (
                <span className={rejected > 0 ? 'font-medium text-bad' : undefined}>
                  {counts('rejected', { count: rejected })}
                </span>
              ),
            })}
          </span>
          <Link href={eventsHref({ source: source.id })} className="font-medium text-accent hover:underline">
            {t('itsEvents')}
          </Link>
        </p>
        {why ? <Notice className="mt-4" title={t('readOnly', { why })} /> : null}

        <Section title={t('address')} note={t('addressNote', { provider: provider?.label ?? source.provider })}>
          <div className="flex items-center gap-2 rounded-lg border bg-sunken py-1.5 pr-1.5 pl-3">
            <span className="min-w-0 flex-1 break-all font-mono text-xs">{url}</span>
            <CopyButton value={url} what={t('addressWhat')} withWords />
          </div>
        </Section>
        <SecretsSection source={source} />
        <SettingsForm
          key={`${source.name} ${source.toleranceSeconds} ${source.maxBodyBytes} ${source.rejectedStatus} ${source.rejectedKeep}`}
          source={source}
        />
        <StateSection source={source} />
      </div>
    </div>
  )
}

function LastDelivery({ at }: { at: string | null }) {
  const t = useTranslations('sources.page')
  return <span>{at ? t.rich('last', { time: () => <Time at={at} /> }) : t('noneYet')}</span>
}
