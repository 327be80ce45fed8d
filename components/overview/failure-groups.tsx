'use client'

import { ArrowRight, CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { runName } from '@/components/runs/run-words'
import { eventsHref } from '@/lib/events/events-href'
import type { Overview } from '@/lib/overview/schemas'
import { useSpeech } from './speech'

/** What fails most, runs that failed alike together. */
export function FailureGroups({ failures: { groups } }: { failures: Overview['failures'] }) {
  const { t, words } = useSpeech()
  return (
    <section aria-labelledby="overview-failures" className="min-w-0">
      <h2 id="overview-failures" className="flex items-baseline gap-2 font-semibold text-base">
        {t('failureGroups.title')}
        <Link
          href="/failures"
          className="ml-auto inline-flex items-center gap-1 font-normal text-accent text-xs hover:underline"
        >
          {t('failureGroups.all')} <ArrowRight className="size-3" aria-hidden />
        </Link>
      </h2>
      {groups.length === 0 ? (
        <p className="mt-2 flex items-center gap-2 rounded-lg border border-dashed px-3.5 py-3 text-ink-2">
          <CircleCheck className="size-4 text-good" aria-hidden /> {t('failureGroups.none')}
        </p>
      ) : (
        <ul className="mt-2 divide-y rounded-lg border">
          {groups.map((group) => (
            <li
              key={group.id}
              className="relative flex items-start gap-3 px-3.5 py-2 first:rounded-t-lg last:rounded-b-lg hover:bg-hover has-[a:focus-visible]:bg-accent-soft"
            >
              <div className="min-w-0 flex-1">
                <Link
                  href={eventsHref({ failure: group.id })}
                  className="wrap-anywhere line-clamp-2 outline-none after:absolute after:inset-0"
                >
                  {group.message ? <span translate="no">{group.message}</span> : t('failureGroups.noMessage')}
                </Link>
                <p className="text-ink-3 text-xs first-letter:uppercase">{runName(group, words)}</p>
              </div>
              <p className="shrink-0 text-right text-xs tabular-nums">
                {group.failed > 0 ? (
                  <span className="block text-bad">{t('failureGroups.failed', { count: group.failed })}</span>
                ) : null}
                {group.retrying > 0 ? (
                  <span className="block text-wait">{t('failureGroups.retrying', { count: group.retrying })}</span>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
