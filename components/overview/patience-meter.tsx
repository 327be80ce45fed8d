'use client'

import Link from 'next/link'
import { Time } from '@/components/time/time'
import { useNow } from '@/components/time/zone'
import { cn } from '@/components/ui/class-names'
import { findReasonWords } from '@/lib/events/verdict-words'
import type { SourcePulse } from '@/lib/overview/schemas'
import { eventsHref } from './hrefs'
import { expectedWords, lostWords, patienceWords } from './source-words'

/** How many refusals in a row the provider has counted, out of those after which it gives up on us, and what comes again. */
export function PatienceMeter({ source, label }: { source: SourcePulse; label: string }) {
  const { patience } = source
  const { streak, limit, lastDeliveryId, reason, retries } = patience
  const [expected, lost] = [expectedWords(patience), lostWords(patience)]
  const why = findReasonWords(reason)?.title
  return (
    <div className="min-w-0 text-xs">
      <p className="text-ink-3">Patience of {label}</p>
      {limit === null ? null : <Meter used={Math.min(streak.value, limit)} limit={limit} />}
      <p className="mt-1">
        <Link
          href={eventsHref({ source: source.id, verdict: 'rejected' })}
          className={cn('hover:underline', streak.value > 0 ? 'font-medium text-bad' : 'text-ink-2')}
        >
          {patienceWords(patience, label)}
        </Link>
      </p>
      {streak.value > 0 && lastDeliveryId ? (
        <p className="mt-0.5 text-ink-2">
          {why ?? 'Refused'}.{' '}
          <Link href={`/deliveries/${lastDeliveryId}`} className="text-accent hover:underline">
            See the latest
          </Link>
        </p>
      ) : null}
      {expected ? (
        <p className="mt-0.5 text-ink-2">
          {expected}
          {retries.nextAt ? <NextRetry at={retries.nextAt} /> : null}.
        </p>
      ) : null}
      {lost ? <p className="mt-0.5 text-ink-2">{lost}.</p> : null}
    </div>
  )
}

function NextRetry({ at }: { at: string }) {
  if (Date.parse(at) <= useNow().getTime()) return ', the next one is due'
  return (
    <>
      , the next one at about <Time at={at} as="second" className="tabular-nums" />
    </>
  )
}

function Meter({ used, limit }: { used: number; limit: number }) {
  return (
    <div className="mt-1.5 flex max-w-80 gap-0.5">
      <meter className="sr-only" aria-label="Refused in a row" value={used} min={0} max={limit} />
      {Array.from({ length: limit }, (_, place) => (
        <span key={place} aria-hidden className={cn('h-2 flex-1 rounded-[2px]', place < used ? 'bg-bad' : 'bg-line')} />
      ))}
    </div>
  )
}
