'use client'

import { useTranslations } from 'use-intl'
import type { ReplayPreview } from '@/lib/replay/schemas'

/** What is left out of a replay, and why. `title`: unless it is yet to be ordered. */
export function ExclusionList({ title, excluded }: { title?: string; excluded: ReplayPreview['excluded'] }) {
  const t = useTranslations('replay')
  const words = useTranslations('words')
  if (excluded.length === 0) return null
  const heading = title ?? t('excluded.title')
  return (
    <section aria-label={heading}>
      <h3 className="font-medium text-sm">{heading}</h3>
      <ul className="mt-1 space-y-1.5">
        {excluded.map(({ reason, runs }) => (
          <li key={reason} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-3 text-xs">
            <span className="whitespace-nowrap font-medium text-wait tabular-nums">
              {t(reason === 'rejected' ? 'counts.deliveries' : 'counts.runs', { count: runs })}
            </span>
            <span className="min-w-0 text-ink-2">{words(`exclusions.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
