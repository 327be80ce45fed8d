'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { faultWords } from './fault-words'
import type { Segment } from './segments'

interface FaultListProps {
  faulty: readonly Segment[]
  idOf: (segment: Segment) => string
  onReplace: (segment: Segment, token: string) => void
}

/** What is wrong with each piece that is not understood, and what it was probably meant to be. */
export function FaultList({ faulty, idOf, onReplace }: FaultListProps) {
  const t = useTranslations('search')
  return (
    <div role="alert" className="empty:hidden">
      {faulty.map((segment) =>
        segment.fault ? (
          <p key={segment.start} className="mt-1.5 flex gap-1.5 text-bad text-xs">
            <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
            <span className="wrap-anywhere min-w-0">
              <span id={idOf(segment)}>{faultWords(segment.fault, t)}</span>{' '}
              <FaultSuggestion suggestion={segment.fault.suggestion} onUse={(token) => onReplace(segment, token)} />
            </span>
          </p>
        ) : null,
      )}
    </div>
  )
}

/** What a piece was probably meant to be, one click away. */
export function FaultSuggestion({
  suggestion,
  onUse,
}: {
  suggestion: string | null
  onUse: (suggestion: string) => void
}) {
  const t = useTranslations('search.faults')
  if (suggestion === null) return null
  return (
    <button
      type="button"
      onClick={() => onUse(suggestion)}
      className="wrap-anywhere rounded text-left font-medium text-accent underline underline-offset-2 hover:no-underline"
    >
      {t('use', { suggestion })}
    </button>
  )
}
