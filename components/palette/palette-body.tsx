'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { usePlaces } from '@/components/shell/use-places'
import { useViewer } from '@/components/shell/viewer-context'
import { Command, CommandInput, CommandList } from '@/components/ui/command'
import { NothingFound } from './nothing-found'
import { type Option, optionGroups } from './options'
import type { Asked } from './palette'
import { FIELD_NAME, FIELD_STYLE, MAX_QUERY } from './palette-field'
import { PaletteGroup } from './palette-group'
import { PaletteHint } from './palette-hint'
import { readRecent, rememberRecent } from './recent'
import { useLookup } from './use-lookup'

const MOVES = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End'])

interface PaletteBodyProps {
  asked: Asked
  onChange: (asked: Asked) => void
  onClose: () => void
}

/** The inside of the palette. Enter before the answer is there waits for it, and opens it where it is one. */
export function PaletteBody({ asked, onChange, onClose }: PaletteBodyProps) {
  const { query, isSubmitted } = asked
  const router = useRouter()
  const places = usePlaces()
  const { email } = useViewer()
  const [recent] = useState(() => readRecent(email))
  const { hits, isSettled, error, retry } = useLookup(query, isSubmitted)
  const groups = useMemo(() => optionGroups(query, hits, recent, places), [query, hits, recent, places])
  const options = groups.flatMap((group) => group.options)
  const [chosen, setChosen] = useState<{ query: string; value: string } | null>(null)
  const movedIn = useRef<string | null>(null)
  const isKept = chosen?.query === query && options.some(({ value }) => value === chosen.value)
  const selected = options.find(({ value }) => isKept && value === chosen.value) ?? options[0]
  const isEmpty = query.trim() !== '' && isSettled && hits.length === 0 && !error

  function open({ path, recent: visit }: Pick<Option, 'path' | 'recent'>) {
    if (visit) rememberRecent(email, visit)
    onClose()
    router.push(path)
  }

  useEffect(() => {
    if (!isSubmitted || !isSettled) return
    const only = hits.length === 1 || (hits.length === 0 && options.length === 1) ? options[0] : undefined
    if (only) open(only)
    else onChange({ query, isSubmitted: false })
  })

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (MOVES.has(event.key)) movedIn.current = query
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (!isSettled && movedIn.current !== query) onChange({ query, isSubmitted: true })
    else if (selected) open(selected)
    else if (isEmpty) open({ path: eventsOfOrder(query), recent: null })
  }

  return (
    <Command
      label="Search or jump to"
      shouldFilter={false}
      loop
      value={selected?.value ?? ''}
      // The list also chooses by itself as its items come; only what a person did counts.
      onValueChange={(value) => movedIn.current === query && setChosen({ query, value })}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1"
    >
      <CommandInput
        autoFocus
        aria-label={FIELD_NAME}
        placeholder={FIELD_NAME}
        maxLength={MAX_QUERY}
        value={query}
        onValueChange={(next) => onChange({ query: next, isSubmitted: false })}
        className={FIELD_STYLE}
      />
      <CommandList
        label="Results"
        aria-busy={!isSettled}
        onPointerMove={() => {
          movedIn.current = query
        }}
        className="max-h-none min-h-56 flex-1 p-1.5"
      >
        {groups.map((group) => (
          <PaletteGroup key={group.heading} group={group} onOpen={open} />
        ))}
        {error ? <LookupFault error={error} onRetry={retry} /> : null}
        {isEmpty ? <NothingFound query={query.trim()} href={eventsOfOrder(query)} onClose={onClose} /> : null}
      </CommandList>
      <PaletteHint>
        <span role="status">{statusWords({ isSettled, isSubmitted, found: hits.length })}</span>
      </PaletteHint>
    </Command>
  )
}

function LookupFault({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <p role="alert" className="px-3 py-4 text-bad text-sm">
      {error.message}{' '}
      <button type="button" onClick={onRetry} className="font-medium underline underline-offset-2">
        Try again
      </button>
    </p>
  )
}

function eventsOfOrder(query: string): string {
  return `/events?${new URLSearchParams({ order: query.trim().slice(0, 200) })}`
}

function statusWords({ isSettled, isSubmitted, found }: { isSettled: boolean; isSubmitted: boolean; found: number }) {
  if (!isSettled) return isSubmitted ? 'Looking it up…' : 'Searching…'
  return found > 0 ? `${found} found` : 'Any number or id, as any provider writes it'
}
