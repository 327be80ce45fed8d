'use client'

import { RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { RunIcon } from '@/components/runs/run-status'
import { runName } from '@/components/runs/run-words'
import { usePermission } from '@/components/shell/viewer-context'
import { Time } from '@/components/time/time'
import { ActionButton } from '@/components/ui/action-button'
import { eventsHref } from '@/lib/events/events-href'
import { formatNumber } from '@/lib/events/format'
import type { FailureGroup } from '@/lib/runs/schemas'

/** Runs that failed alike; the whole of the row leads to their events. */
export function FailureRow({ group, onReplay }: { group: FailureGroup; onReplay: (group: FailureGroup) => void }) {
  const t = useTranslations('failures.row')
  const name = runName(group, useTranslations('words'))
  const locale = useLocale()
  const { why } = usePermission('operator')
  const isSpan = group.firstAt !== group.lastAt
  return (
    <li className="relative flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3.5 first:rounded-t-lg last:rounded-b-lg hover:bg-hover has-[a:focus-visible]:bg-accent-soft">
      <RunIcon status={group.failed > 0 ? 'failed' : 'retrying'} className="mt-0.5" />
      <div className="min-w-0 flex-1 basis-56">
        <Link
          href={eventsHref({ failure: group.id })}
          title={group.example}
          translate="no"
          className="wrap-anywhere line-clamp-2 font-medium outline-none after:absolute after:inset-0"
        >
          {group.message}
        </Link>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-ink-3 text-xs">
          <span className="font-medium text-ink-2 first-letter:uppercase">{name}</span>
          <span>
            {isSpan ? (
              t.rich('span', { first: () => <Time at={group.firstAt} />, last: () => <Time at={group.lastAt} /> })
            ) : (
              <Time at={group.lastAt} />
            )}
          </span>
        </p>
      </div>
      <div className="flex items-center gap-4 max-sm:w-full max-sm:justify-between max-sm:pl-8">
        <p className="text-right tabular-nums max-sm:text-left">
          {group.failed > 0 ? (
            <span className="block">
              <span className="font-semibold text-bad">{formatNumber(group.failed, locale)}</span>
              <span className="text-ink-3 text-xs"> {t('failed')}</span>
            </span>
          ) : null}
          {group.retrying > 0 ? (
            <span className="block">
              <span className="font-semibold text-wait">{formatNumber(group.retrying, locale)}</span>
              <span className="text-ink-3 text-xs"> {t('retrying')}</span>
            </span>
          ) : null}
        </p>
        <ActionButton
          size="sm"
          why={why}
          className="relative z-1"
          aria-label={t('replayWhat', { count: group.failed + group.retrying, name, message: group.message })}
          onClick={() => onReplay(group)}
        >
          <RotateCcw aria-hidden /> {t('replayAll')}
        </ActionButton>
      </div>
    </li>
  )
}
