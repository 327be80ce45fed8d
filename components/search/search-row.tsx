'use client'

import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Kbd } from '@/components/ui/kbd'
import { FaultList } from './fault-list'
import { QueryInput } from './query-input'
import type { Segment } from './segments'
import { TermChip } from './term-chip'
import { termWords } from './term-words'
import { useDraft } from './use-draft'
import { useNames } from './use-names'

interface SearchRowProps {
  q: string
  onChange: (q: string) => void
  inputRef: RefObject<HTMLInputElement | null>
}

/** The query, a chip for every term, and where the next one is typed. What is not understood stays, in red, and is explained. */
export function SearchRow({ q, onChange, inputRef }: SearchRowProps) {
  const t = useTranslations('search')
  const draft = useDraft(q, onChange)
  const { segments } = draft
  const names = useNames({
    withFailures: segments.some(({ term }) => term?.kind === 'field' && term.key === 'failure'),
  })
  const row = useRef<HTMLDivElement>(null)
  const id = useId()
  const idOf = (segment: Segment) => `${id}-${segment.start}`
  const faulty = segments.filter(({ fault }) => fault !== null)
  const last = segments.at(-1)
  const focus = () => inputRef.current?.focus()
  const remove = (segment: Segment) => {
    draft.remove(segment)
    focus()
  }
  const chips = () => [...(row.current?.querySelectorAll<HTMLElement>('[data-chip]') ?? [])]
  const onArrow = (event: KeyboardEvent) => {
    const at = event.target instanceof HTMLElement ? chips().indexOf(event.target) : -1
    if (at < 0 || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    const next = chips()[event.key === 'ArrowLeft' ? Math.max(0, at - 1) : at + 1] ?? inputRef.current
    next?.focus()
  }

  return (
    <search className="block min-w-0 flex-1">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the chips is one into the field */}
      <div
        ref={row}
        onKeyDown={onArrow}
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget) return
          event.preventDefault()
          focus()
        }}
        className="relative flex min-h-9 cursor-text flex-wrap items-center gap-1 rounded-lg border border-line-strong bg-surface py-1 pr-9 pl-2.5 shadow-xs pointer-coarse:pr-11 has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-accent"
      >
        <Search className="pointer-events-none mr-0.5 size-4 shrink-0 text-ink-3" aria-hidden />
        {segments.length > 0 ? (
          <ul aria-label={t('row.terms')} className="contents">
            {segments.map((segment) => (
              <TermChip
                key={segment.start}
                words={segment.term ? termWords(segment.term, t, names) : segment.token}
                token={segment.token}
                faultId={segment.fault ? idOf(segment) : undefined}
                onEdit={() => {
                  draft.edit(segment)
                  focus()
                }}
                onRemove={() => remove(segment)}
              />
            ))}
          </ul>
        ) : null}
        <QueryInput
          draft={draft}
          inputRef={inputRef}
          rowRef={row}
          placeholder={segments.length === 0 ? t('row.placeholder') : undefined}
          faultIds={faulty.length > 0 ? faulty.map(idOf).join(' ') : undefined}
          onRemoveLast={() => last && draft.remove(last)}
          onLeft={() => {
            chips().at(-1)?.focus()
            return last !== undefined
          }}
        />
        {q !== '' || draft.text !== '' ? (
          <button
            type="button"
            aria-label={t('row.clear')}
            title={t('row.clear')}
            onClick={() => {
              draft.cancel()
              onChange('')
              focus()
            }}
            className="absolute top-1.25 right-1.5 grid size-6 place-items-center rounded text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:top-1 pointer-coarse:size-9"
          >
            <X className="size-3.5" aria-hidden />
          </button>
        ) : (
          <span className="absolute top-2 right-2">
            <Kbd>F</Kbd>
          </span>
        )}
      </div>
      <FaultList faulty={faulty} idOf={idOf} onReplace={draft.replace} />
    </search>
  )
}
