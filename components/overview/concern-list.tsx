'use client'

import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { cn } from '@/components/ui/class-names'
import type { Overview } from '@/lib/overview/schemas'
import { ConcernRow } from './concern-row'
import { useSpeech } from './speech'
import { useFittingRows } from './use-fitting-rows'

/** Of the button below the rows, its border included. */
const BUTTON_PX = 33

/**
 * Everything that is not all right. On a wide screen as tall as what stands beside it, so that nothing below moves by itself,
 * with a button for the rows that do not fit; else as tall as it is.
 */
export function ConcernList({ overview }: { overview: Overview }) {
  const { t } = useSpeech()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const { box, list, fitting } = useFittingRows(BUTTON_PX, isOpen)
  const hidden = isOpen ? 0 : Math.max(0, overview.concerns.length - fitting)
  return (
    <section
      ref={box}
      aria-label={t('concerns.label')}
      className={cn('relative min-h-40 overflow-hidden rounded-lg border', isOpen && 'self-start')}
    >
      <div className={isOpen ? undefined : 'lg:absolute lg:inset-0'}>
        <ul ref={list} id={id} className="*:not-first:border-t">
          {overview.concerns.map((concern, index) => (
            <ConcernRow
              key={`${concern.code} ${concern.sourceId ?? concern.targetKey}`}
              concern={concern}
              overview={overview}
              isHidden={!isOpen && index >= fitting}
            />
          ))}
        </ul>
      </div>
      {isOpen || hidden > 0 ? (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
          className={cn(
            'flex h-8.25 w-full items-center justify-center gap-1 border-t bg-surface font-medium text-accent text-xs hover:bg-hover focus-visible:-outline-offset-2 max-lg:hidden',
            !isOpen && 'absolute inset-x-0 bottom-0',
          )}
        >
          <ChevronDown className={cn('size-3.5', isOpen && 'rotate-180')} aria-hidden />
          {isOpen ? t('concerns.fewer') : t('concerns.more', { count: hidden })}
        </button>
      ) : null}
    </section>
  )
}
