'use client'

import { ShieldX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useProvider } from '@/components/providers/providers-context'
import { Time } from '@/components/time/time'
import { reasonTitle } from '@/lib/events/reason-words'
import type { RejectedItem } from '@/lib/timeline/schemas'

/** Deliveries that claim to be about it and could not prove who sent them: apart, and part of nothing above. */
export function RejectedList({ rejected }: { rejected: readonly RejectedItem[] }) {
  const t = useTranslations('timeline')
  if (rejected.length === 0) return null
  return (
    <section aria-label={t('rejected.label')}>
      <h2 className="font-semibold text-sm">{t('rejected.title')}</h2>
      <p className="mt-0.5 text-ink-3 text-xs">{t('rejected.note')}</p>
      <ul className="mt-2 divide-y rounded-lg border border-bad-line/60">
        {rejected.map((item) => (
          <Entry key={item.deliveryId} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Entry({ item: { deliveryId, provider, claimedType, reason, receivedAt } }: { item: RejectedItem }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const label = useProvider(provider)?.label ?? provider
  return (
    <li className="relative flex gap-2.5 px-3 py-2 hover:bg-hover has-[a:focus-visible]:bg-accent-soft">
      <ShieldX className="mt-0.5 size-4 shrink-0 text-bad" aria-hidden />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <Link
            href={`/deliveries/${deliveryId}`}
            prefetch={false}
            className="wrap-anywhere font-medium font-mono text-xs outline-none after:absolute after:inset-0"
          >
            {claimedType ?? t('rejected.unknownType')}
          </Link>
          <Time at={receivedAt} className="text-ink-3 text-xs" />
        </div>
        <p className="text-ink-2 text-xs">
          {t('rejected.sentTo', {
            reason: reasonTitle(reason, words) ?? reason ?? t('rejected.rejected'),
            provider: label,
          })}
        </p>
      </div>
    </li>
  )
}
