'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useProvider } from '@/components/providers/providers-context'
import { useBaseUrl } from '@/components/shell/base-url'
import { useIsInteractive } from '@/components/shell/use-is-interactive'
import { CopyButton } from '@/components/ui/copy-button'
import { Skeleton } from '@/components/ui/skeleton'
import { sourcesOptions } from '@/lib/sources/query-options'
import type { SourceItem } from '@/lib/sources/schemas'
import { SendSamplesButton } from './send-samples-button'

/** Before the first webhook: where to point the providers, and two ways to see something at once. */
export function NothingYet() {
  const t = useTranslations('events.nothingYet')
  const sources = useQuery(sourcesOptions())
  // Taken over from the server's render late, when others may have asked for them already.
  const isInteractive = useIsInteractive()
  const isKnown = isInteractive && !sources.isPending
  const base = useBaseUrl()
  const items = (isKnown && sources.data?.items) || []
  const first = items[0]
  const curl = first
    ? `curl -X POST ${base}${first.path} -H 'content-type: application/json' -d '{"hello":"world"}'`
    : ''
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto px-3 py-8 md:px-6 md:py-12">
      <div className="mx-auto max-w-2xl">
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        <p className="mt-1 text-ink-2">{t('lead')}</p>
        <ul className="mt-5 divide-y rounded-lg border">
          {isKnown ? (
            items.map((source) => <Endpoint key={source.id} source={source} url={base + source.path} />)
          ) : (
            <li className="p-3.5">
              <Skeleton className="h-4 w-72 max-w-full" />
            </li>
          )}
        </ul>
        {isKnown && sources.isError ? <p className="mt-2 text-bad text-sm">{sources.error.message}</p> : null}

        <h3 className="mt-8 font-semibold text-base">{t('samples')}</h3>
        <p className="mt-1 text-ink-2">{t('samplesLead')}</p>
        <div className="mt-3">
          <SendSamplesButton variant="primary" />
        </div>

        <h3 className="mt-8 font-semibold text-base">{t('terminal')}</h3>
        <p className="mt-1 text-ink-2">{t('terminalLead')}</p>
        <div className="mt-3 flex items-start gap-2 rounded-lg border bg-sunken py-2 pr-2 pl-3">
          <code className="min-w-0 flex-1 whitespace-pre-wrap break-all py-0.5 font-mono text-xs">{curl}</code>
          <CopyButton value={curl} what={t('command')} />
        </div>
      </div>
    </div>
  )
}

function Endpoint({ source, url }: { source: SourceItem; url: string }) {
  const t = useTranslations('events.nothingYet')
  const provider = useProvider(source.provider)
  return (
    <li className="flex items-center gap-3 px-3.5 py-2.5">
      <ProviderMark id={source.provider} className="size-7 rounded-md text-2xs" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{source.slug === 'default' ? (provider?.label ?? source.provider) : source.name}</p>
        <p className="break-all font-mono text-ink-2 text-xs">{url}</p>
      </div>
      <CopyButton value={url} what={t('address', { provider: provider?.label ?? source.provider })} />
    </li>
  )
}
