'use client'

import { useProvider } from '@/components/providers/providers-context'
import { cn } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'
import type { Ghost } from '@/lib/timeline/schemas'

const WHY: Record<Ghost['why'], string> = {
  missing: 'expected here, but later steps came without it',
  next: 'expected next',
}

/** A step that has not come: hollow and dashed, in its place. */
export function GhostPoint({ ghost, x, y, isLater }: { ghost: Ghost; x: number; y: number; isLater: boolean }) {
  const provider = useProvider(ghost.provider)?.label ?? ghost.provider
  return (
    <Tooltip
      words={
        <>
          <span className="block font-medium">{ghost.title}</span>
          <span className="block opacity-80">
            {provider}: {WHY[ghost.why]}
          </span>
        </>
      }
    >
      <span
        role="img"
        aria-label={`${ghost.title}, ${provider}, ${WHY[ghost.why]}`}
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
