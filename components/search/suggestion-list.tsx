'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { PopoverContent } from '@/components/ui/popover'
import type { Suggestion } from '@/lib/search/language/suggest'
import { valueWords } from './value-words'

interface SuggestionListProps {
  id: string
  suggestions: readonly Suggestion[]
  active: number | null
  onChoose: (suggestion: Suggestion) => void
}

/** How what is typed may go on. The focus stays in the field: see query-input.tsx. */
export function SuggestionList({ id, suggestions, active, onChoose }: SuggestionListProps) {
  const t = useTranslations('search.row')
  const detail = useDetail()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active !== null) list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <PopoverContent
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('suggestions')}
      onOpenAutoFocus={prevent}
      onCloseAutoFocus={prevent}
      onEscapeKeyDown={prevent}
      onInteractOutside={prevent}
      className="scroll-quiet max-h-72 w-(--radix-popover-trigger-width) max-w-xl p-1"
    >
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
        <div
          key={`${suggestion.kind} ${suggestion.insert}`}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          onMouseDown={prevent}
          onClick={() => onChoose(suggestion)}
          className={cn(
            'flex select-none items-baseline gap-3 rounded-md px-2 py-1 text-sm hover:bg-hover pointer-coarse:py-2.5',
            index === active && 'bg-hover shadow-[inset_2px_0_0_var(--accent)]',
          )}
        >
          <span className="max-w-[70%] shrink-0 truncate font-mono text-ink text-xs">{suggestion.label}</span>
          <span className="ml-auto min-w-0 truncate text-ink-3 text-xs">{detail(suggestion)}</span>
        </div>
      ))}
    </PopoverContent>
  )
}

/** The id of an option, as the field names the active one. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

function useDetail() {
  const t = useTranslations('search')
  const words = useTranslations('words')
  return ({ kind, key, label, detail }: Suggestion): string => {
    if (detail) return detail
    if (kind === 'text') return t('meanings.text')
    if (kind === 'key' && key) return t(`meanings.${key}`)
    if (label === '*') return t('meanings.any')
    const value = label.slice(label.indexOf(':') + 1)
    const called = valueWords(key, value, words)
    if (called) return called
    return label.includes(':') && key ? t(`meanings.${key}`) : ''
  }
}

function prevent(event: { preventDefault: () => void }) {
  event.preventDefault()
}
