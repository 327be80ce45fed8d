import { RunIcon } from '@/components/runs/run-status'
import type { ReplayItem } from '@/lib/replay/schemas'
import type { RunStatus } from '@/lib/runs/schemas'

const COUNTS = [
  { of: 'succeeded', status: 'succeeded', label: 'succeeded' },
  { of: 'failed', status: 'failed', label: 'failed' },
  { of: 'running', status: 'running', label: 'running' },
  { of: 'waiting', status: 'queued', label: 'waiting' },
  { of: 'cancelled', status: 'cancelled', label: 'left out' },
] as const satisfies readonly { of: keyof ReplayItem; status: RunStatus; label: string }[]

/** How many runs of a replay are where. */
export function OutcomeCounts({ replay }: { replay: ReplayItem }) {
  return (
    <ul aria-label="Outcomes" className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5">
      {COUNTS.map(({ of, status, label }) => (
        <li key={of} className="flex items-center gap-1.5">
          <RunIcon status={status} className={replay[of] > 0 ? 'size-3.5' : 'size-3.5 animate-none! text-ink-3'} />
          <span className={replay[of] > 0 ? 'font-medium tabular-nums' : 'text-ink-3 tabular-nums'}>
            {replay[of].toLocaleString('en')}
          </span>
          <span className="text-ink-3 text-xs">{label}</span>
        </li>
      ))}
    </ul>
  )
}
