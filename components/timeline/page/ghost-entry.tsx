'use client'

import { CircleDashed } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useSaying } from '@/components/timeline/use-saying'
import { cn } from '@/components/ui/class-names'
import type { Ghost } from '@/lib/timeline/schemas'
import { alternativesWords } from '@/lib/timeline/step-words'

/** An expected step that has not come, in its place. */
export function GhostEntry({ ghost, isLater }: { ghost: Ghost; isLater: boolean }) {
  const t = useTranslations('timeline')
  const { t: words, labelOf } = useSaying()
  const isMissing = ghost.why === 'missing'
  return (
    <li
      className={cn(
        '-mx-2 relative flex gap-3 px-2 pt-1 pb-3',
        'before:absolute before:top-8 before:-bottom-2 before:left-[1.1875rem] before:w-px before:bg-line last:before:hidden',
        isLater && 'opacity-50',
      )}
    >
      <span
        className={cn(
          'z-1 grid size-6 shrink-0 place-items-center rounded-[6px] border border-dashed bg-surface',
          isMissing ? 'border-bad-line text-bad' : 'border-line-strong text-ink-3',
        )}
      >
        <CircleDashed className="size-3.5" aria-hidden />
      </span>
      <p
        className={cn(
          'min-w-0 flex-1 rounded-lg border border-dashed px-3 py-1.5',
          isMissing ? 'border-bad-line' : 'border-line-strong text-ink-2',
        )}
      >
        <span className="font-medium">{alternativesWords(ghost.kind, ghost.steps, words)}</span>{' '}
        <span className={cn('text-xs', isMissing ? 'text-bad' : 'text-ink-3')}>
          {t(isMissing ? 'ghost.missingFrom' : 'ghost.nextFrom', { provider: labelOf(ghost.provider) })}
        </span>
      </p>
    </li>
  )
}
