import { Notice } from '@/components/ui/notice'
import type { ProblemNote } from '@/lib/events/schemas'

/** The body could not be read as documented; the event was kept all the same. */
export function ProblemNotice({ problems }: { problems: ProblemNote[] }) {
  if (problems.length === 0) return null
  return (
    <Notice tone="wait" title="This body is not as documented">
      <ul className="space-y-0.5">
        {problems.map((problem) => (
          <li key={problem.code + problem.message} className="break-words">
            {problem.message}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-ink-3 text-xs">It was acknowledged and kept exactly as it came; nothing is lost.</p>
    </Notice>
  )
}
