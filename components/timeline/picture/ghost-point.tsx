'use client'

import { useTranslations } from 'use-intl'
import { useSaying } from '@/components/timeline/use-saying'
import { cn } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'
import type { Ghost } from '@/lib/timeline/schemas'
import { alternativesWords } from '@/lib/timeline/step-words'

/** A step that has not come: hollow and dashed, in its place. */
export function GhostPoint({ ghost, x, y, isLater }: { ghost: Ghost; x: number; y: number; isLater: boolean }) {
  const t = useTranslations('timeline')
  const { t: words, labelOf } = useSaying()
  const [provider, title, why] = [
    labelOf(ghost.provider),
    alternativesWords(ghost.kind, ghost.steps, words),
    t(`picture.${ghost.why}`),
  ]
  return (
    <Tooltip
      words={
        <>
          <span className="block font-medium">{title}</span>
          <span className="block opacity-80">{t('picture.why', { provider, why })}</span>
        </>
      }
    >
      <span
        role="img"
        aria-label={`${title}, ${provider}, ${why}`}
        style={{ left: x, top: y }}
        className={cn(
          '-translate-x-1/2 -translate-y-1/2 absolute grid size-6 place-items-center',
          isLater && 'opacity-35',
        )}
      >
        <span
          className={cn(
            'size-3.5 rounded-full border-[1.5px] border-dashed bg-surface',
            ghost.why === 'missing' ? 'border-bad' : 'border-ink-3',
          )}
        />
      </span>
    </Tooltip>
  )
}
