'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { segmentsOf } from '@/components/search/segments'
import { eventsHref } from '@/lib/events/events-href'
import { queryOfParameters } from '@/lib/events/list-filters'
import type { ReplayDetail } from '@/lib/replay/schemas'
import { filterPart } from './filter-part'

/** What a replay matched, as it was asked for, and the way to its events. */
export function FilterList({ replay }: { replay: ReplayDetail }) {
  const t = useTranslations('replay')
  const { filter, events, askedFailures } = replay
  if (!filter && !events) return null
  return (
    <div className="mt-2 text-xs">
      <p className="flex flex-wrap items-center gap-1.5">
        {filter ? <Parts filter={filter} failures={askedFailures} /> : null}
        {events ? (
          <Link href={eventsHref(events.q)} className="font-medium text-accent hover:underline">
            {t(events.isExact ? 'filter.show' : 'filter.showNow')}
          </Link>
        ) : null}
      </p>
      {events && !events.isExact ? <p className="mt-1 text-ink-3">{t('filter.nowNote')}</p> : null}
    </div>
  )
}

function Parts({ filter, failures }: { filter: Record<string, string>; failures: ReplayDetail['askedFailures'] }) {
  const t = useTranslations('replay')
  const parts = segmentsOf(queryOfParameters(filter) ?? filter.q ?? '')
  return (
    <>
      <span className="text-ink-3">{t('filter.matched')}</span>
      {parts.length === 0 ? <span>{t('filter.everything')}</span> : null}
      {parts.map((part) => (
        <span
          key={part.start}
          className="wrap-anywhere rounded-xl border border-line-strong px-2 py-0.5 font-mono text-2xs text-ink-2"
        >
          {filterPart(part, failures, t)}
        </span>
      ))}
    </>
  )
}
