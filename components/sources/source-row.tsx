'use client'

import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useProvider } from '@/components/providers/providers-context'
import { useBaseUrl } from '@/components/shell/base-url'
import { Time } from '@/components/time/time'
import { CopyButton } from '@/components/ui/copy-button'
import type { SourceItem } from '@/lib/sources/schemas'
import { SecretHint } from './secret-hint'
import { SourceState } from './source-state'

/** One source; the whole of it leads to its page, except the copy button. */
export function SourceRow({ source }: { source: SourceItem }) {
  const t = useTranslations('sources')
  const provider = useProvider(source.provider)
  const url = useBaseUrl() + source.path
  const { accepted, rejected } = source.last24h
  return (
    <li className="relative flex items-start gap-3 px-3.5 py-3.5 first:rounded-t-lg last:rounded-b-lg hover:bg-hover has-[a:focus-visible]:bg-accent-soft sm:gap-4 sm:px-4">
      <ProviderMark id={source.provider} className="mt-0.5 size-8 rounded-md text-xs" />
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,1fr)_11rem_14rem]">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Link
              href={`/sources/${source.id}`}
              className="font-semibold text-base outline-none after:absolute after:inset-0"
            >
              {source.name}
            </Link>
            <SourceState source={source} />
          </div>
          {source.name === provider?.label ? null : (
            <p className="text-ink-3 text-xs">{provider?.label ?? source.provider}</p>
          )}
          <div className="mt-1 flex items-center gap-1">
            <span className="min-w-0 break-all font-mono text-ink-2 text-xs">{url}</span>
            <CopyButton value={url} what={t('row.addressOf', { source: source.name })} className="relative z-1" />
          </div>
          {source.enabled && source.secrets.length === 0 ? (
            <p className="mt-1 text-wait text-xs">{t('row.noSecret')}</p>
          ) : null}
        </div>
        <dl className="text-xs">
          <dt className="text-ink-3">{t('row.secrets')}</dt>
          <dd className="mt-0.5 space-y-0.5">
            {source.secrets.length === 0 ? (
              <span className="text-ink-3">{t('row.none')}</span>
            ) : (
              source.secrets.map((secret) => <SecretHint key={secret.id} secret={secret} />)
            )}
          </dd>
        </dl>
        <dl className="text-xs">
          <dt className="text-ink-3">{t('row.lastDelivery')}</dt>
          <dd className="mt-0.5">
            {source.lastReceivedAt ? (
              <Time at={source.lastReceivedAt} />
            ) : (
              <span className="text-ink-3">{t('row.noneYet')}</span>
            )}
            <span className="block text-ink-3">
              {t('row.day')} <span className="text-ink-2">{t('counts.accepted', { count: accepted })}</span>,{' '}
              <span className={rejected > 0 ? 'font-medium text-bad' : undefined}>
                {t('counts.rejected', { count: rejected })}
              </span>
            </span>
          </dd>
        </dl>
      </div>
      <ChevronRight className="mt-2 size-4 shrink-0 text-ink-3" aria-hidden />
    </li>
  )
}
