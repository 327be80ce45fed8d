'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { runName } from '@/components/runs/run-words'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import type { DestinationItem } from '@/lib/destinations/schemas'
import { eventsHref } from '@/lib/events/events-href'
import { formatNumber } from '@/lib/events/format'
import { shortDurationWords } from '@/lib/i18n/durations'
import type { TargetItem } from '@/lib/runs/schemas'
import { PauseButton } from './pause-button'
import { TargetNote, TargetState } from './target-state'

/** Widths of the columns, shared by the head and the rows. */
export const HANDLER_GRID =
  'lg:grid lg:grid-cols-[minmax(0,1fr)_6.5rem_6.5rem_7.5rem_4.5rem_5.5rem] lg:items-start lg:gap-x-5'

/** A handler or destination: whether it takes work, and how that goes. */
export function HandlerRow({ target, destination }: { target: TargetItem; destination: DestinationItem | undefined }) {
  const t = useTranslations('handlers')
  const words = useTranslations('words')
  const locale = useLocale()
  const { recent, key } = target
  const takesAll = target.on.length === 0 || target.on.includes('*')
  const events = eventsHref({ handler: key })
  return (
    <li className={cn('flex flex-col gap-3 px-4 py-3.5', HANDLER_GRID)}>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link
            href={target.destinationId ? `/destinations/${target.destinationId}` : events}
            className="break-words font-semibold text-base hover:underline"
          >
            <span className="inline-block first-letter:uppercase">{runName(target, words)}</span>
          </Link>
          <TargetState target={target} isOff={destination?.enabled === false} />
        </p>
        {destination ? (
          <p className="mt-0.5 break-all font-mono text-ink-2 text-xs">{destination.url}</p>
        ) : (
          <p className="mt-0.5 text-ink-2 text-xs">{target.description}</p>
        )}
        <div className="mt-0.5">
          <TargetNote target={target} />
        </div>
        <p className="mt-1 flex flex-wrap gap-x-3 text-ink-3 text-xs">
          {takesAll ? (
            <span>{t('row.allTypes')}</span>
          ) : (
            <span className="break-all font-mono">{target.on.join(', ')}</span>
          )}
          <Link href={events} className="font-medium text-accent hover:underline">
            {t('row.itsEvents')}
          </Link>
        </p>
      </div>
      <dl className="contents max-lg:grid max-lg:grid-cols-2 max-lg:gap-x-4 max-lg:gap-y-2.5 max-lg:sm:grid-cols-4">
        <Figure name={t('columns.succeeded')}>{recent ? <Share share={recent.successShare} /> : <None />}</Figure>
        <Figure name={t('columns.duration')}>
          {recent ? (
            <>
              {shortDurationWords(recent.p50Ms, words)}
              <span className="block text-ink-3 text-xs">
                {t('row.p95', { duration: shortDurationWords(recent.p95Ms, words) })}
              </span>
            </>
          ) : (
            <None />
          )}
        </Figure>
        <Figure name={t('columns.waiting')}>
          {target.waiting + target.running + target.retrying === 0 ? (
            <None />
          ) : (
            <>
              {formatNumber(target.waiting, locale)}
              <span className="block text-ink-3 text-xs">
                {target.running > 0 ? (
                  <span className="block">{t('row.running', { count: target.running })}</span>
                ) : null}
                {target.retrying > 0 ? (
                  <span className="block">{t('row.retrying', { count: target.retrying })}</span>
                ) : null}
                {target.oldestWaitingAt ? (
                  <span className="block">
                    <Oldest at={target.oldestWaitingAt} />
                  </span>
                ) : null}
              </span>
            </>
          )}
        </Figure>
        <Figure name={t('columns.failed')}>
          {target.failed > 0 ? (
            <Link href={`${events}&status=failed`} className="font-semibold text-bad hover:underline">
              {formatNumber(target.failed, locale)}
              <span className="sr-only"> {t('row.showFailed')}</span>
            </Link>
          ) : (
            <None />
          )}
        </Figure>
      </dl>
      <div className="lg:text-right">
        <PauseButton target={target} />
      </div>
    </li>
  )
}

function Oldest({ at }: { at: string }) {
  return useTranslations('handlers').rich('row.oldest', { time: () => <Time at={at} /> })
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-3 text-xs lg:sr-only">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}

function Share({ share }: { share: number }) {
  // Never rounded up to all of them.
  const percent = (Math.floor(share * 1000) / 10).toLocaleString(useLocale())
  return (
    <>
      {percent}%
      <span aria-hidden className="mt-1 block h-1 w-16 overflow-hidden rounded-full bg-bad-line">
        <span className="block h-full bg-good-line" style={{ width: `${share * 100}%` }} />
      </span>
    </>
  )
}

function None() {
  return <span className="text-ink-3">–</span>
}
