'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { TargetNote, TargetState } from '@/components/handlers/target-state'
import { useProviders } from '@/components/providers/providers-context'
import type { DestinationItem } from '@/lib/destinations/schemas'
import type { TargetItem } from '@/lib/runs/schemas'
import { EnabledSwitch } from './enabled-switch'

/** A destination; the whole of the row leads to its page, except the switch. */
export function DestinationRow({
  destination,
  target,
}: {
  destination: DestinationItem
  target: TargetItem | undefined
}) {
  const t = useTranslations('destinations.row')
  const providers = useProviders()
  const { providers: chosen, eventTypes } = destination
  const from = chosen.map((id) => providers.find((provider) => provider.id === id)?.label ?? id).join(', ')
  return (
    <li className="relative flex items-start gap-4 px-4 py-3.5 first:rounded-t-lg last:rounded-b-lg hover:bg-hover has-[a:focus-visible]:bg-accent-soft">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link
            href={`/destinations/${destination.id}`}
            className="break-words font-semibold text-base outline-none after:absolute after:inset-0"
          >
            {destination.name}
          </Link>
          {target ? <TargetState target={target} isOff={!destination.enabled} /> : null}
        </p>
        <p className="mt-0.5 break-all font-mono text-ink-2 text-xs">{destination.url}</p>
        <p className="mt-0.5 text-ink-3 text-xs">
          {eventTypes.length > 0 ? <span className="font-mono">{eventTypes.join(', ')}</span> : t('allTypes')}
          {from ? ` ${t('of', { providers: from })}` : ''}
          {target && target.failed > 0 ? (
            <span className="font-medium text-bad">, {t('failed', { count: target.failed })}</span>
          ) : null}
        </p>
        {destination.disabledReason === 'gone' ? (
          <p className="text-bad text-xs">{t('gone')}</p>
        ) : target && destination.enabled ? (
          <TargetNote target={target} />
        ) : null}
      </div>
      <div className="relative z-1">
        <EnabledSwitch destination={destination} />
      </div>
    </li>
  )
}
