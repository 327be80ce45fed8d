'use client'

import Link from 'next/link'
import { Time } from '@/components/time/time'
import { useNow } from '@/components/time/zone'
import { cn } from '@/components/ui/class-names'
import { eventsHref } from '@/lib/events/events-href'
import { reasonTitle } from '@/lib/events/reason-words'
import type { SourcePulse } from '@/lib/overview/schemas'
import { expectedWords, lostWords, patienceWords } from './source-words'
import { useSpeech } from './speech'

/** How many refusals in a row the provider has counted, out of those after which it gives up on us, and what comes again. */
export function PatienceMeter({ source, label }: { source: SourcePulse; label: string }) {
  const speech = useSpeech()
  const { t, words } = speech
  const { patience } = source
  const { streak, limit, lastDeliveryId, reason, retries } = patience
  const [expected, lost] = [expectedWords(patience, speech), lostWords(patience, speech)]
  const why = reasonTitle(reason, words)
  return (
    <div className="min-w-0 text-xs">
      <p className="text-ink-3">{t('patience.title', { provider: label })}</p>
      {limit === null ? null : <Meter used={Math.min(streak.value, limit)} limit={limit} />}
      <p>
        <Link
          href={eventsHref({ source: source.id, verdict: 'rejected' })}
          className={cn('inline-block py-1 hover:underline', streak.value > 0 ? 'font-medium text-bad' : 'text-ink-2')}
        >
          {patienceWords(patience, label, speech)}
        </Link>
      </p>
      {streak.value > 0 && lastDeliveryId ? (
        <p className="text-ink-2">
          {why ?? t('patience.refused')}.{' '}
          <Link href={`/deliveries/${lastDeliveryId}`} className="text-accent hover:underline">
            {t('patience.seeLatest')}
          </Link>
        </p>
      ) : null}
      {expected ? (
        <p className="mt-0.5 text-ink-2">
          {retries.nextAt ? (
            <NextRetry expected={expected} at={retries.nextAt} />
          ) : (
            t('patience.expectedAlone', { expected })
          )}
        </p>
      ) : null}
      {lost ? <p className="mt-0.5 text-ink-2">{lost}.</p> : null}
    </div>
  )
}

function NextRetry({ expected, at }: { expected: string; at: string }) {
  const { t } = useSpeech()
  if (Date.parse(at) <= useNow().getTime()) return t('patience.nextDue', { expected })
  return t.rich('patience.nextAt', { expected, time: () => <Time at={at} as="second" className="tabular-nums" /> })
}

function Meter({ used, limit }: { used: number; limit: number }) {
  const { t } = useSpeech()
  return (
    <div className="mt-1.5 flex max-w-80 gap-0.5">
      <meter className="sr-only" aria-label={t('patience.meter')} value={used} min={0} max={limit} />
      {Array.from({ length: limit }, (_, place) => (
        <span key={place} aria-hidden className={cn('h-2 flex-1 rounded-[2px]', place < used ? 'bg-bad' : 'bg-line')} />
      ))}
    </div>
  )
}
