'use client'

import { SendSamplesButton } from '@/components/events/send-samples-button'
import { useBaseUrl } from '@/components/shell/base-url'
import { CopyButton } from '@/components/ui/copy-button'
import type { SourcePulse } from '@/lib/overview/schemas'
import { useSpeech } from './speech'

/** A source that nothing has come to yet: where to point the provider. */
export function SourceUnheard({ source, label }: { source: SourcePulse; label: string }) {
  const { t } = useSpeech()
  const url = useBaseUrl() + source.path
  return (
    <div className="mt-2">
      <p className="text-ink-2">{t('source.unheard', { provider: label })}</p>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <span className="flex min-w-0 items-center gap-1 rounded-md border bg-sunken py-0.5 pr-1 pl-2.5">
          <span className="min-w-0 break-all font-mono text-xs">{url}</span>
          <CopyButton value={url} what={t('source.addressOf', { source: source.name })} />
        </span>
        <SendSamplesButton size="sm" />
      </div>
    </div>
  )
}
