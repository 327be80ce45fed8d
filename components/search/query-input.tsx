'use client'

import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Popover } from '@/components/ui/popover'
import { parseQuery } from '@/lib/search/language/parse'
import type { Suggestion } from '@/lib/search/language/suggest'
import { endsTerm } from './segments'
import { optionId, SuggestionList } from './suggestion-list'
import type { Draft } from './use-draft'
import { useSuggestions } from './use-suggestions'

interface QueryInputProps {
  draft: Draft
  inputRef: RefObject<HTMLInputElement | null>
  rowRef: RefObject<HTMLDivElement | null>
  placeholder: string | undefined
  /** The elements that say what is wrong with the query. */
  faultIds: string | undefined
  /** At the beginning of the field: to the piece before it, or without it. */
  onLeft: () => boolean
  onRemoveLast: () => void
}

/** Where a term is typed, with suggestions below it. A space or Enter makes a chip of what is typed. */
export function QueryInput({ draft, inputRef, rowRef, placeholder, faultIds, onLeft, onRemoveLast }: QueryInputProps) {
  const t = useTranslations('search.row')
  const listId = useId()
  const [isWanted, setIsWanted] = useState(false)
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState<number | null>(null)
  const suggestions = useSuggestions(draft.text, caret, isWanted)
  const isOpen = suggestions.length > 0

  const write = (text: string, at: number) => {
    draft.write(text)
    setCaret(at)
    setActive(null)
    setIsWanted(true)
  }
  const commit = (text: string) => {
    draft.commit(text)
    setCaret(0)
    setActive(null)
    setIsWanted(false)
  }
  const choose = ({ kind, insert, start, end }: Suggestion) => {
    const text = draft.text.slice(0, start) + insert + draft.text.slice(end)
    if (kind === 'key') write(text, start + insert.length)
    else commit(text)
    inputRef.current?.focus()
  }
  const onKey: Record<string, (event: KeyboardEvent<HTMLInputElement>) => boolean> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter() {
      const chosen = active === null ? undefined : suggestions[active]
      if (chosen) choose(chosen)
      else if (draft.text.trim() !== '' || draft.editing) commit(draft.text)
      return true
    },
    Tab({ shiftKey }) {
      const chosen = suggestions[active ?? 0]
      if (shiftKey || !chosen || (active === null && draft.text.trim() === '')) return false
      choose(chosen)
      return true
    },
    Escape({ currentTarget }) {
      if (isOpen) setIsWanted(false)
      else if (draft.text !== '' || draft.editing) draft.cancel()
      else currentTarget.blur()
      return true
    },
    Backspace({ currentTarget }) {
      if (!isAtStart(currentTarget) || draft.editing) return false
      onRemoveLast()
      return true
    },
    ArrowLeft: ({ currentTarget }) => isAtStart(currentTarget) && onLeft(),
  }
  function move(step: 1 | -1): boolean {
    setIsWanted(true)
    if (!isOpen) return true
    const from = active ?? (step === 1 ? -1 : 0)
    setActive((from + step + suggestions.length) % suggestions.length)
    return true
  }

  return (
    <Popover open={isOpen} anchor={rowRef}>
      <input
        ref={inputRef}
        role="combobox"
        aria-label={t('label')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active !== null ? optionId(listId, active) : undefined}
        aria-invalid={faultIds !== undefined}
        aria-describedby={faultIds}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={placeholder}
        value={draft.text}
        onChange={({ target }) => {
          if (target.selectionStart === target.value.length && endsTerm(target.value)) commit(target.value)
          else write(target.value, target.selectionStart ?? target.value.length)
        }}
        onPaste={(event) => {
          const { value, selectionStart, selectionEnd } = event.currentTarget
          const pasted = event.clipboardData.getData('text').replace(/\s+/g, ' ').trim()
          const whole =
            value.slice(0, selectionStart ?? value.length) + pasted + value.slice(selectionEnd ?? value.length)
          if (!isQuery(whole)) return
          event.preventDefault()
          commit(whole)
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
        onFocus={() => setIsWanted(true)}
        onClick={() => setIsWanted(true)}
        onBlur={() => {
          setIsWanted(false)
          if (draft.editing?.token === draft.text.trim()) draft.cancel()
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || !Object.hasOwn(onKey, event.key)) return
          if (onKey[event.key]?.(event)) event.preventDefault()
        }}
        className="h-6 min-w-8 focus:min-w-28 flex-1 bg-transparent px-1 text-sm outline-none placeholder:text-ink-3 pointer-coarse:h-9"
      />
      <SuggestionList id={listId} suggestions={suggestions} active={active} onChoose={choose} />
    </Popover>
  )
}

function isAtStart({ selectionStart, selectionEnd }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === 0
}

/** Whether a pasted text asks for something with keys or several terms, rather than being one word to go on from. */
function isQuery(text: string): boolean {
  const { terms, faults } = parseQuery(text)
  return faults.length === 0 && (terms.length > 1 || terms.some(({ term }) => term.kind !== 'text'))
}
