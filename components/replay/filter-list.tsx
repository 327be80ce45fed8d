'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { segmentsOf } from '@/components/search/segments'
import { eventsHref } from '@/lib/events/events-href'
import { queryOfParameters } from '@/lib/events/list-filters'

/** What a replay matched, as it was asked for. */
export function FilterList({ filter }: { filter: Record<string, string> }) {
  const t = useTranslations('replay')
  const query = queryOfParameters(filter) ?? filter.q ?? ''
  const parts = segmentsOf(query)
  return (
    <p className="mt-2 flex flex-wrap items-center gap-1.5 text-xs">
      <span className="text-ink-3">{t('filter.matched')}</span>
      {parts.length === 0 ? <span>{t('filter.everything')}</span> : null}
      {parts.map(({ start, token }) => (
        <span
          key={start}
          className="wrap-anywhere rounded-full border border-line-strong px-2 py-0.5 font-mono text-2xs text-ink-2"
        >
          {token}
        </span>
      ))}
      <Link href={eventsHref(query)} className="font-medium text-accent hover:underline">
        {t('filter.show')}
      </Link>
    </p>
  )
}
