'use client'

import { type ReactNode, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import type { FacetKey } from '@/lib/search/summary/schemas'
import { inFormerOrder } from './listed'

const SHOWN_AT_FIRST = 6
const FINDABLE_FROM = 9
const QUIET_BUTTON = 'rounded px-1 text-2xs text-accent hover:bg-hover pointer-coarse:py-2'

export interface ShellItem {
  key: string
  /** What it is found by, in lower case. */
  text: string
  /** The query names it: it is always in view. */
  isNamed: boolean
  render: (find: string) => ReactNode
}

interface FacetShellProps {
  facet: FacetKey
  items: readonly ShellItem[]
  /** Rows to hold the place of those that are not known yet; null once they are. */
  awaitedRows: number | null
  onClear: () => void
}

/** A facet: its name, its values with the first few in view, and a field to find one by where there are many. */
export function FacetShell({ facet, items, awaitedRows, onClear }: FacetShellProps) {
  const t = useTranslations('search.facets')
  const headingId = useId()
  const [find, setFind] = useState('')
  const [isWhole, setIsWhole] = useState(false)
  const [former, setFormer] = useState<string[] | null>(null)
  const name = t(`key.${facet}`)
  const ordered = former ? inFormerOrder(items, former, ({ key }) => key) : items
  const sought = find.trim().toLowerCase()
  const found = sought ? ordered.filter(({ text }) => text.includes(sought)) : ordered
  const shown = isWhole || sought ? found : found.filter(({ isNamed }, place) => isNamed || place < SHOWN_AT_FIRST)
  const hidden = found.length - shown.length
  const hold = () => setFormer((before) => before ?? ordered.map(({ key }) => key))

  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in a line with the button that clears
    <div
      role="group"
      aria-labelledby={headingId}
      onPointerEnter={hold}
      onPointerLeave={(event) => {
        if (event.pointerType !== 'touch' && !event.currentTarget.querySelector(':focus-visible')) setFormer(null)
      }}
      onFocus={hold}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFormer(null)
      }}
    >
      <div className="flex h-6 items-center justify-between pl-1">
        <h2 id={headingId} className="font-medium text-2xs text-ink-2">
          {name}
        </h2>
        {items.some(({ isNamed }) => isNamed) ? (
          <button
            type="button"
            onClick={onClear}
            aria-label={t('clearFacet', { facet: name })}
            className={QUIET_BUTTON}
          >
            {t('clear')}
          </button>
        ) : null}
      </div>
      {items.length >= FINDABLE_FROM ? (
        <Input
          type="text"
          aria-label={t('filterValues', { facet: name })}
          placeholder={t('filterValues', { facet: name })}
          value={find}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setFind(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || find === '') return
            event.preventDefault()
            event.stopPropagation()
            setFind('')
          }}
          className="mb-0.5 h-7 px-2 text-xs"
        />
      ) : null}
      <ul>
        {shown.map(({ key, render }) => (
          <li key={key}>{render(sought)}</li>
        ))}
      </ul>
      {awaitedRows !== null && items.length === 0 ? <RowsAwaited rows={awaitedRows} /> : null}
      {awaitedRows === null && shown.length === 0 ? (
        <p className="px-1 py-1 text-2xs text-ink-3">{sought ? t('noValue') : t('empty')}</p>
      ) : null}
      {hidden > 0 || (isWhole && !sought && found.length > SHOWN_AT_FIRST) ? (
        <button
          type="button"
          aria-expanded={isWhole}
          aria-label={isWhole ? t('showLessOf', { facet: name }) : t('showMoreOf', { count: hidden, facet: name })}
          onClick={() => setIsWhole(!isWhole)}
          className={`h-6 ${QUIET_BUTTON}`}
        >
          {isWhole ? t('showLess') : t('showMore', { count: hidden })}
        </button>
      ) : null}
    </div>
  )
}

function RowsAwaited({ rows }: { rows: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-7 items-center gap-2 pl-1 pointer-coarse:h-10">
          <Skeleton className="size-4" />
          <Skeleton className="h-2.5 flex-1" />
          <Skeleton className="mr-7 h-2.5 w-6" />
        </div>
      ))}
    </div>
  )
}
