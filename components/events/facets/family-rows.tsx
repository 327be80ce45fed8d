'use client'

import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { FacetRow } from './facet-row'
import type { Family } from './families'

interface FamilyRowsProps {
  family: Family
  standing: 'chosen' | 'part' | 'excluded' | 'off'
  isOpenAtFirst: boolean
  /** A member was searched for: the family is open for it. */
  isFound: boolean
  onToggle: () => void
  onExclude: () => void
  /** The rows of its members. */
  children: ReactNode
}

/** A family of event types: chosen whole with its own box, or opened to choose among its members. */
export function FamilyRows({
  family,
  standing,
  isOpenAtFirst,
  isFound,
  onToggle,
  onExclude,
  children,
}: FamilyRowsProps) {
  const t = useTranslations('search.facets')
  const membersId = useId()
  const [isOpened, setIsOpened] = useState<boolean | null>(null)
  const isOpen = isFound || (isOpened ?? isOpenAtFirst)
  return (
    <>
      <FacetRow
        label={family.pattern}
        title={`type:${family.pattern}`}
        isMono
        standing={standing}
        count={family.sum}
        onToggle={onToggle}
        onExclude={onExclude}
      >
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={membersId}
          aria-label={t('openFamily', { family: family.pattern })}
          onClick={() => setIsOpened(!isOpen)}
          className="grid size-6 shrink-0 place-items-center rounded text-ink-3 hover:text-ink pointer-coarse:size-9"
        >
          <ChevronRight className={cn('size-3.5 transition-transform', isOpen && 'rotate-90')} aria-hidden />
        </button>
      </FacetRow>
      <div id={membersId} hidden={!isOpen} className="ml-3 border-l pl-1">
        {isOpen ? children : null}
      </div>
    </>
  )
}
