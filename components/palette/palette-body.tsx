'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePlaces } from '@/components/shell/use-places'
import { useViewer } from '@/components/shell/viewer-context'
import { useSaying } from '@/components/timeline/use-saying'
import { Command, CommandInput, CommandList } from '@/components/ui/command'
import { eventsHref } from '@/lib/events/events-href'
import type { Translate } from '@/lib/i18n/translate'
import { viewsOptions } from '@/lib/views/query-options'
import type { ViewItem } from '@/lib/views/schemas'
import { NothingFound } from './nothing-found'
import { type Option, optionGroups } from './options'
import type { Asked } from './palette'
import { FIELD_STYLE, MAX_QUERY } from './palette-field'
import { PaletteGroup } from './palette-group'
import { PaletteHint } from './palette-hint'
import { readRecent, rememberRecent } from './recent'
import { useActions } from './use-actions'
import { useLookup } from './use-lookup'

const NO_VIEWS: readonly ViewItem[] = []
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
  const t = useTranslations('palette')
  const saying = useSaying()
  const places = usePlaces()
  const actions = useActions()
  const views = useQuery(viewsOptions()).data?.items ?? NO_VIEWS
  const { email } = useViewer()
  const [recent] = useState(() => readRecent(email))
  const { hits, isSettled, error, retry } = useLookup(query, isSubmitted)
  const groups = useMemo(
    () => optionGroups(query, { hits, recent, places, views, actions }, { t, saying }),
    [query, hits, recent, places, views, actions, t, saying],
  )
  const options = groups.flatMap((group) => group.options)
  const direct = groups.filter(({ name }) => name !== 'search').flatMap((group) => group.options)
  const [chosen, setChosen] = useState<{ query: string; value: string } | null>(null)
  const movedIn = useRef<string | null>(null)
  const isKept = chosen?.query === query && options.some(({ value }) => value === chosen.value)
  const selected = options.find(({ value }) => isKept && value === chosen.value) ?? options[0]
  const isEmpty = query.trim() !== '' && isSettled && hits.length === 0 && !error

  function open({ does, recent: visit }: Pick<Option, 'does' | 'recent'>) {
    if (visit) rememberRecent(email, visit)
    onClose()
    if ('path' in does) router.push(does.path)
    else does.act()
  }

  useEffect(() => {
    if (!isSubmitted || !isSettled) return
    // The search of the events comes last, and counts where there is nothing else.
    const isOnly = !error && (hits.length === 1 || (hits.length === 0 && direct.length < 2))
    const [only] = isOnly ? options : []
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
    else if (isEmpty) open({ does: { path: eventsOfOrder(query) }, recent: null })
  }

  return (
    <Command
      label={t('title')}
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
        aria-label={t('field')}
        placeholder={t('field')}
        maxLength={MAX_QUERY}
        value={query}
        onValueChange={(next) => onChange({ query: next, isSubmitted: false })}
        className={FIELD_STYLE}
      />
      <CommandList
        label={t('results')}
        aria-busy={!isSettled}
        onPointerMove={() => {
          movedIn.current = query
        }}
        className="max-h-none min-h-56 flex-1 p-1.5"
      >
        {groups.map((group) => (
          <PaletteGroup key={group.name} group={group} onOpen={open} />
        ))}
        {error ? <LookupFault error={error} onRetry={retry} /> : null}
        {isEmpty && direct.length === 0 ? (
          <NothingFound query={query.trim()} href={eventsOfOrder(query)} onClose={onClose} />
        ) : null}
      </CommandList>
      <PaletteHint>
        <span role="status">{statusWords({ isSettled, isSubmitted, found: hits.length }, t)}</span>
      </PaletteHint>
    </Command>
  )
}

function LookupFault({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('palette')
  return (
    <p role="alert" className="px-3 py-4 text-bad text-sm">
      {error.message}{' '}
      <button type="button" onClick={onRetry} className="font-medium underline underline-offset-2">
        {t('fault.retry')}
      </button>
    </p>
  )
}

function eventsOfOrder(query: string): string {
  return eventsHref({ order: query.trim().slice(0, 200) })
}

interface Progress {
  isSettled: boolean
  isSubmitted: boolean
  found: number
}

function statusWords({ isSettled, isSubmitted, found }: Progress, t: Translate<'palette'>): string {
  if (!isSettled) return isSubmitted ? t('status.lookingUp') : t('status.searching')
  return found > 0 ? t('status.found', { count: found }) : t('status.idle')
}
