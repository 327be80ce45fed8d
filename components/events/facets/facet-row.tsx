'use client'

import { CircleSlash, X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/class-names'
import type { EstimatedCount } from '@/lib/search/summary/schemas'
import { countWords, shortCount } from '../summary/count-words'

interface FacetRowProps {
  label: string
  /** Said on hover. */
  title: string
  isMono?: boolean
  icon?: ReactNode
  standing: 'chosen' | 'part' | 'covered' | 'excluded' | 'off'
  /** Null where it is not known. */
  count: EstimatedCount | null
  onToggle: () => void
  onExclude: () => void
  /** A button more, at the end. */
  children?: ReactNode
}

/** A value of a facet: chosen with a click or Space, left out with the sign beside it (for the mouse) or the minus key. */
export function FacetRow(props: FacetRowProps) {
  const { label, title, isMono, icon, standing, count, onToggle, onExclude, children } = props
  const t = useTranslations('search.facets')
  const boxId = useId()
  const [nameId, countId] = [`${boxId}name`, `${boxId}count`]
  const isExcluded = standing === 'excluded'
  const isOff = standing === 'off' && count?.count === 0
  return (
    <div className="group/row flex items-center rounded hover:bg-hover">
      <label
        htmlFor={boxId}
        title={title}
        className="flex h-7 min-w-0 flex-1 cursor-pointer items-center gap-2 pl-1 pointer-coarse:h-10"
      >
        <span className="relative grid shrink-0">
          <Checkbox
            id={boxId}
            checked={standing === 'part' ? 'indeterminate' : standing === 'chosen' || standing === 'covered'}
            onCheckedChange={onToggle}
            onKeyDown={(event) => {
              if (event.key !== '-') return
              event.preventDefault()
              onExclude()
            }}
            aria-labelledby={`${nameId} ${countId}`}
            aria-keyshortcuts="-"
            className={cn(isExcluded && 'border-bad bg-bad-soft')}
          />
          {isExcluded ? (
            <X aria-hidden strokeWidth={3} className="pointer-events-none absolute inset-0.5 size-3 text-bad" />
          ) : null}
        </span>
        <span id={nameId} className="flex min-w-0 flex-1 items-center gap-1.5">
          {icon}
          <span
            className={cn(
              'min-w-0 flex-1 truncate text-xs',
              isMono && 'font-mono text-2xs',
              isExcluded ? 'text-ink-3 line-through' : isOff ? 'text-ink-3' : 'text-ink',
              (standing === 'chosen' || standing === 'part') && 'font-medium',
            )}
          >
            {label}
          </span>
          {isExcluded ? <span className="sr-only">, {t('excluded')}</span> : null}
        </span>
      </label>
      <button
        type="button"
        tabIndex={-1}
        aria-hidden
        onMouseDown={(event) => event.preventDefault()}
        onClick={onExclude}
        title={t('exclude', { value: label })}
        className="grid h-6 w-0 shrink-0 place-items-center overflow-hidden rounded text-ink-3 hover:text-bad group-hover/row:w-6 pointer-coarse:hidden"
      >
        <CircleSlash className="size-3" aria-hidden />
      </button>
      <label
        htmlFor={boxId}
        id={countId}
        className="flex h-7 cursor-pointer items-center pr-1.5 pl-1 pointer-coarse:h-10"
      >
        <Count count={count} />
      </label>
      {children}
    </div>
  )
}

function Count({ count }: { count: EstimatedCount | null }) {
  const t = useTranslations('search.facets')
  const locale = useLocale()
  const full = count ? t('count', { count: count.count, words: countWords(count, locale) }) : t('unknownCount')
  return (
    <span className="shrink-0 text-2xs text-ink-3 tabular-nums">
      <span aria-hidden title={full}>
        {count ? shortCount(count, locale) : '–'}
      </span>
      <span className="sr-only">{full}</span>
    </span>
  )
}
