import { CirclePause } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { heldReason, runName } from '@/components/runs/run-words'
import type { ReplayPreview } from '@/lib/replay/schemas'

/** How many runs each handler would get. */
export function TargetCounts({ targets }: { targets: ReplayPreview['targets'] }) {
  const t = useTranslations('replay')
  const words = useTranslations('words')
  return (
    <ul className="divide-y rounded-md border">
      {targets.map((target) => (
        <li key={target.key} className="px-3 py-2">
          <p className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 truncate font-medium first-letter:uppercase">{runName(target, words)}</span>
            <span className="shrink-0 text-ink-2 tabular-nums">{t('counts.runs', { count: target.runs })}</span>
          </p>
          {target.held ? (
            <p className="mt-0.5 flex items-center gap-1 text-wait text-xs">
              <CirclePause className="size-3 shrink-0" aria-hidden />{' '}
              {t('counts.willWait', { reason: heldReason(target.held, words) })}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
