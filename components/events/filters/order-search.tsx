'use client'

import { Search, X } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { Input } from '@/components/ui/input'
import { Kbd } from '@/components/ui/kbd'

const TYPING_PAUSE_MS = 250

interface OrderSearchProps {
  order: string | null
  onChange: (order: string | null) => void
  inputRef: RefObject<HTMLInputElement | null>
}

/** The search row. What is typed reaches the URL once the typing pauses, or at once on Enter. */
export function OrderSearch({ order, onChange, inputRef }: OrderSearchProps) {
  const [typed, setTyped] = useState(order ?? '')
  const [seen, setSeen] = useState(order)
  if (seen !== order) {
    setSeen(order)
    if ((order ?? '') !== typed.trim()) setTyped(order ?? '')
  }
  const wanted = typed.trim() === '' ? null : typed.trim()
  useEffect(() => {
    if (wanted === order) return
    const timer = setTimeout(() => onChange(wanted), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted, order, onChange])

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
        aria-label="Find by order number"
        placeholder="Find an order by its number"
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
            aria-label="Clear the search"
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
