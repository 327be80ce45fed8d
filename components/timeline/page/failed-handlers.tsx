'use client'

import { CircleX } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { runName } from '@/components/runs/run-words'
import { Time } from '@/components/time/time'
import { useSaying } from '@/components/timeline/use-saying'
import type { TimelineItem } from '@/lib/timeline/schemas'

const LINKS = 6

interface FailedHandlersProps {
  /** The events with a run that failed. */
  failing: readonly TimelineItem[]
  onSelect: (eventId: string) => void
}

/** What our own handlers could not do with its events, and where. */
export function FailedHandlers({ failing, onSelect }: FailedHandlersProps) {
  const t = useTranslations('timeline')
  const { t: words, titleOf } = useSaying()
  const failed = failing.flatMap(({ runs }) => runs.filter(({ status }) => status === 'failed'))
  const names = [...new Set(failed.map((run) => runName(run, words)))].join(', ')
  return (
    <li className="flex gap-2.5 rounded-lg border border-bad-line/60 bg-bad-soft px-3 py-2.5">
      <CircleX className="mt-0.5 size-4 shrink-0 text-bad" aria-hidden />
      <div className="min-w-0 flex-1">
        <h3 className="font-medium">{failed.length === 1 ? t('failed.one') : t('failed.many')}</h3>
        <p className="wrap-anywhere text-ink-2">
          {t.rich('failed.text', {
            names: () => <span className="inline-block first-letter:uppercase">{names}</span>,
            count: failing.length,
          })}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
          {failing.slice(0, LINKS).map(({ eventId, provider, type, occurredAt }) => (
            <button
              key={eventId}
              type="button"
              className="font-medium text-accent hover:underline"
              onClick={() => onSelect(eventId)}
            >
              {titleOf(provider, type)}, <Time at={occurredAt} as="short" />
            </button>
          ))}
          {failing.length > LINKS ? (
            <span className="text-ink-3">{t('failed.more', { count: failing.length - LINKS })}</span>
          ) : null}
        </p>
      </div>
    </li>
  )
}
