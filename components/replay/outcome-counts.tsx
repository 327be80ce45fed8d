import { useLocale, useTranslations } from 'use-intl'
import { RunIcon } from '@/components/runs/run-status'
import type { ReplayItem } from '@/lib/replay/schemas'
import type { RunStatus } from '@/lib/runs/schemas'

const COUNTS = [
  { of: 'succeeded', status: 'succeeded' },
  { of: 'failed', status: 'failed' },
  { of: 'running', status: 'running' },
  { of: 'waiting', status: 'queued' },
  { of: 'cancelled', status: 'cancelled' },
] as const satisfies readonly { of: keyof ReplayItem; status: RunStatus }[]

/** How many runs of a replay are where. */
export function OutcomeCounts({ replay }: { replay: ReplayItem }) {
  const t = useTranslations('replay')
  const locale = useLocale()
  return (
    <ul aria-label={t('outcomes.label')} className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5">
      {COUNTS.map(({ of, status }) => (
        <li key={of} className="flex items-center gap-1.5">
          <RunIcon status={status} className={replay[of] > 0 ? 'size-3.5' : 'size-3.5 animate-none! text-ink-3'} />
          <span className={replay[of] > 0 ? 'font-medium tabular-nums' : 'text-ink-3 tabular-nums'}>
            {replay[of].toLocaleString(locale)}
          </span>
          <span className="text-ink-3 text-xs">{t(`outcomes.${of}`)}</span>
        </li>
      ))}
    </ul>
  )
}
