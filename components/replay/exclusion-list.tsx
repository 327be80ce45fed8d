import { formatCount } from '@/lib/events/format'
import type { ReplayPreview } from '@/lib/replay/schemas'

/** What is left out of a replay, and why. */
export function ExclusionList({ excluded }: { excluded: ReplayPreview['excluded'] }) {
  if (excluded.length === 0) return null
  return (
    <section aria-label="Left out">
      <h3 className="font-medium text-sm">Left out</h3>
      <ul className="mt-1 space-y-1.5">
        {excluded.map(({ reason, runs, explanation }) => (
          <li key={reason} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-3 text-xs">
            <span className="whitespace-nowrap font-medium text-wait tabular-nums">
              {formatCount(
                runs,
                reason === 'rejected' ? 'delivery' : 'run',
                reason === 'rejected' ? 'deliveries' : 'runs',
              )}
            </span>
            <span className="min-w-0 text-ink-2">{explanation}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
