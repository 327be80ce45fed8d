'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { refusalsOptions } from '@/lib/sources/query-options'

/** Requests that were answered 404 and not kept. */
export function Refusals() {
  const t = useTranslations('sources.refusals')
  const refusals = useQuery(refusalsOptions())
  const items = refusals.data?.items ?? []
  const total = items.reduce((sum, item) => sum + item.count, 0)
  if (total === 0) return null
  return (
    <section aria-label={t('label')} className="mt-8">
      <h2 className="font-semibold text-base">{t('title', { count: total })}</h2>
      <p className="mt-0.5 text-ink-2">{t('lead')}</p>
      <ul className="mt-3 divide-y rounded-lg border text-xs">
        {items.map((item) => (
          <li key={item.key} className="flex flex-wrap items-center gap-x-4 gap-y-0.5 px-4 py-2">
            <span className="min-w-0 flex-1 basis-40 break-all font-mono">{item.lastPath}</span>
            <span className="text-ink-2 tabular-nums">{t('requests', { count: item.count })}</span>
            <span className="w-28 text-right text-ink-3">
              {t.rich('last', { time: () => <Time at={item.lastAt} /> })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
