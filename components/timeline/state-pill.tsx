'use client'

import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import type { Kind } from '@/lib/timeline/kinds'
import { stateWords } from '@/lib/timeline/words'

/** States in which nothing more has to come. */
const DONE: ReadonlySet<string> = new Set(['completed', 'received', 'published'])
/** Ways out. */
const OUT: ReadonlySet<string> = new Set(['returned', 'refunded', 'rejected', 'archived', 'deleted', 'draft'])

/** Where a thing stands, in no provider's words. */
export function StatePill({ kind, state, className }: { kind: Kind; state: string; className?: string }) {
  const words = useTranslations('words')
  const tone = DONE.has(state)
    ? 'bg-good-soft text-good'
    : OUT.has(state)
      ? 'bg-idle-soft text-idle'
      : 'bg-accent-soft text-accent'
  return (
    <span
      className={cn(
        'inline-flex h-5 max-w-full items-center whitespace-nowrap rounded-full px-2 font-medium text-xs',
        tone,
        className,
      )}
    >
      <span className="truncate">{stateWords(kind, state, words)}</span>
    </span>
  )
}
