'use client'

import { CircleX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { ReplayDetail } from '@/lib/replay/schemas'

/** What failed in a replay and why, each with a link to it. */
export function FailedAgain({ replay }: { replay: ReplayDetail }) {
  const t = useTranslations('replay')
  if (replay.failures.length === 0) return null
  const hidden = replay.failed - replay.failures.length
  return (
    <section aria-label={t('failed.title')} className="mt-7">
      <h2 className="font-semibold text-base">{t('failed.title')}</h2>
      <ul className="mt-2 divide-y rounded-lg border">
        {replay.failures.map((failure) => (
          <li
            key={failure.runId}
            className="relative flex items-start gap-2.5 px-3.5 py-2.5 first:rounded-t-lg last:rounded-b-lg hover:bg-hover has-[a:focus-visible]:bg-accent-soft"
          >
            <CircleX className="mt-0.5 size-3.5 shrink-0 text-bad" aria-hidden />
            <div className="min-w-0 flex-1">
              <Link
                href={`/events/${failure.eventId}#run-${failure.runId}`}
                className="font-medium outline-none after:absolute after:inset-0"
              >
                {failure.title}
                {failure.subject ? <span className="font-normal text-ink-2">, {failure.subject}</span> : null}
              </Link>
              <p translate="no" className="wrap-anywhere line-clamp-2 text-bad text-xs">
                {failure.message}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <p className="mt-2 text-ink-3 text-xs">
          {t('failed.latest', { shown: replay.failures.length, count: replay.failed })}
        </p>
      ) : null}
    </section>
  )
}
