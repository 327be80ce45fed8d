'use client'

import Link from 'next/link'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useProvider } from '@/components/providers/providers-context'
import { eventsHref } from '@/lib/events/events-href'
import type { SourcePulse } from '@/lib/overview/schemas'
import type { WindowName } from '@/lib/overview/windows'
import { countWords, shareWords } from './count-words'
import { Fact } from './fact'
import { rejectedHref } from './hrefs'
import { LastHeard } from './last-heard'
import { PatienceMeter } from './patience-meter'
import { SourceUnheard } from './source-unheard'
import { spell } from './source-words'
import { useSpeech } from './speech'

/** How one source is doing: when it was heard of, how patient its provider still is, how late and how genuine its news. */
export function SourceCard({ source, window }: { source: SourcePulse; window: WindowName }) {
  const { t } = useSpeech()
  const provider = useProvider(source.provider)
  const label = provider?.label ?? source.provider
  return (
    <li className="rounded-lg border px-3.5 py-3">
      <div className="flex items-center gap-2.5">
        <ProviderMark id={source.provider} className="size-6 rounded-md text-2xs" />
        <h3 className="min-w-0 truncate font-semibold">
          <Link href={`/sources/${source.id}`} className="hover:underline">
            {source.name}
          </Link>
        </h3>
        {source.name === label ? null : <span className="truncate text-ink-3 text-xs">{label}</span>}
        {source.enabled ? null : <span className="text-ink-3 text-xs">{t('source.disabled')}</span>}
      </div>
      {source.lastReceivedAt === null ? (
        <SourceUnheard source={source} label={label} />
      ) : (
        <div className="mt-2.5 grid gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <PatienceMeter source={source} label={label} />
          <Facts source={source} window={window} lastReceivedAt={source.lastReceivedAt} />
        </div>
      )}
    </li>
  )
}

function Facts({
  source,
  window,
  lastReceivedAt,
}: {
  source: SourcePulse
  window: WindowName
  lastReceivedAt: string
}) {
  const speech = useSpeech()
  const { t, words } = speech
  const { id, lag, accepted, rejected } = source
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-2.5 text-xs min-[440px]:grid-cols-3">
      <LastHeard source={source} lastReceivedAt={lastReceivedAt} />
      <Fact
        title={t('source.lag')}
        value={lag ? spell(lag.p50Seconds, speech) : t('source.notTold')}
        note={lag ? t('source.lagNote', { duration: spell(lag.p95Seconds, speech) }) : t('source.lagUnknown')}
        href={eventsHref({ source: id })}
      />
      <Fact
        title={t('source.rejected', { window: words(`windows.${window}`) })}
        value={shareWords(rejected, accepted, speech)}
        note={t('source.rejectedNote', {
          rejected: countWords(rejected, speech),
          accepted: countWords(accepted, speech),
        })}
        href={rejectedHref(id, window)}
        isBad={rejected.value > 0}
      />
    </dl>
  )
}
