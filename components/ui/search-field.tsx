'use client'

import { Search, X } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Input } from './input'
import { Kbd } from './kbd'

const TYPING_PAUSE_MS = 250

interface SearchFieldProps {
  label: string
  placeholder: string
  value: string | null
  onChange: (value: string | null) => void
  inputRef: RefObject<HTMLInputElement | null>
}

/** The search row. What is typed is passed on once the typing pauses, or at once on Enter. */
export function SearchField({ label, placeholder, value, onChange, inputRef }: SearchFieldProps) {
  const t = useTranslations('ui.searchField')
  const [typed, setTyped] = useState(value ?? '')
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    if ((value ?? '') !== typed.trim()) setTyped(value ?? '')
  }
  const wanted = typed.trim() === '' ? null : typed.trim()
  useEffect(() => {
    if (wanted === value) return
    const timer = setTimeout(() => onChange(wanted), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted, value, onChange])

  return (
    <search className="relative block w-full md:max-w-md">
      <Search
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3"
        aria-hidden
      />
      <Input
        ref={inputRef}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onChange(wanted)
          if (event.key === 'Escape') {
            if (typed) setTyped('')
            else event.currentTarget.blur()
          }
        }}
        className="pr-9 pl-8.5"
      />
      <span className="absolute top-1/2 right-2 -translate-y-1/2">
        {typed ? (
          <button
            type="button"
            aria-label={t('clear')}
            onClick={() => {
              setTyped('')
              inputRef.current?.focus()
            }}
            className="grid size-6 place-items-center rounded text-ink-3 hover:bg-hover hover:text-ink"
          >
            <X className="size-3.5" aria-hidden />
          </button>
        ) : (
          <Kbd>F</Kbd>
        )}
      </span>
    </search>
  )
}
