// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they are scrolled to cannot be laid out by a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus
'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { useProviders } from '@/components/providers/providers-context'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import type { FindingRule } from '@/lib/timeline/finding-rules'
import { findingTitle } from '@/lib/timeline/finding-words'
import { kindOne } from '@/lib/timeline/kind-words'
import { KINDS } from '@/lib/timeline/kinds'
import type { EntityItem } from '@/lib/timeline/schemas'
import { FindingPill, worstFirst } from '../finding-pill'
import { ProviderMarks } from '../provider-marks'
import { StatePill } from '../state-pill'
import { gridOf } from './grid'

interface EntityRowProps {
  item: EntityItem
  index: number
  top: number
  height: number
  isNarrow: boolean
}

export function EntityRow({ item, index, top, height, isNarrow }: EntityRowProps) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const style = { height, transform: `translateY(${top}px)` }
  const base =
    'absolute inset-x-0 top-0 border-line border-b hover:bg-hover has-focus-visible:bg-accent-soft has-focus-visible:shadow-[inset_2px_0_0_var(--accent)]'
  const state = item.state ? <StatePill kind={item.kind} state={item.state} /> : null
  if (isNarrow) {
    return (
      <div role="row" aria-rowindex={index + 2} style={style} className={cn(base, 'flex items-center px-3')}>
        <div role="cell" className="w-full min-w-0">
          <div className="flex items-center justify-between gap-2">
            <EntityLink item={item} />
            {state}
          </div>
          <div className="mt-1 flex items-center gap-2 text-ink-3 text-xs">
            <ProviderMarks ids={item.providers} />
            <span className="min-w-0 flex-1 truncate font-mono text-2xs">{item.lastType}</span>
            <Time at={item.lastAt} className="shrink-0" />
          </div>
          {item.findings.length > 0 ? (
            <div className="mt-1 flex items-center gap-1">
              <Findings item={item} />
            </div>
          ) : null}
        </div>
      </div>
    )
  }
  return (
    <div role="row" aria-rowindex={index + 2} style={style} className={cn(base, gridOf(item.kind))}>
      <div role="cell" className="min-w-0">
        <EntityLink item={item} />
      </div>
      <div role="cell" className="flex min-w-0 items-center gap-2">
        {state}
        <Statuses item={item} />
      </div>
      <div role="cell" className="flex min-w-0 items-center gap-1">
        <Findings item={item} />
      </div>
      <div role="cell" className="min-w-0 truncate font-mono text-ink-2 text-xs max-[1099px]:hidden">
        {item.lastType}
      </div>
      <div role="cell">
        <Time at={item.lastAt} className="whitespace-nowrap text-ink-2 tabular-nums" />
      </div>
      <div role="cell" className="text-right text-ink-2 tabular-nums max-[1099px]:hidden">
        {item.eventCount.toLocaleString(locale)}
        <span className="sr-only"> {t('list.events', { count: item.eventCount })}</span>
      </div>
      <div role="cell">
        <ProviderMarks ids={item.providers} />
      </div>
    </div>
  )
}

/** The row's link; it covers the whole row, so that a row opens, or opens in a new tab, wherever it is clicked. */
function EntityLink({ item }: { item: EntityItem }) {
  const words = useTranslations('words')
  return (
    <Link
      href={`/${KINDS[item.kind].path}/${item.id}`}
      prefetch={false}
      data-row={item.id}
      aria-label={`${kindOne(item.kind, words)} ${item.label}`}
      className="block min-w-0 truncate font-medium outline-none after:absolute after:inset-0"
      title={item.label}
    >
      {item.label}
    </Link>
  )
}

/** The providers' own words for where it stands. */
function Statuses({ item }: { item: EntityItem }) {
  const providers = useProviders()
  if (item.statuses.length === 0) return item.state ? null : <span className="text-ink-3">—</span>
  // What says the same as our own word is left out.
  const other = item.statuses.filter(({ status }) => !item.state || spelled(status) !== spelled(item.state))
  const said = other.map(({ provider, status }) => ({
    status,
    label: providers.find(({ id }) => id === provider)?.label ?? provider,
  }))
  return (
    <span
      className="min-w-0 truncate text-ink-3 text-xs"
      title={said.map(({ status, label }) => `${label}: ${status}`).join('\n')}
    >
      {[...new Set(said.map(({ status }) => status))].join(' · ')}
    </span>
  )
}

function spelled(word: string): string {
  return word.toLowerCase().replace(/[^a-z\d]/g, '')
}

/** The worst finding in full, the next one where there is room, and how many more there are. */
function Findings({ item }: { item: EntityItem }) {
  const [first, second, ...rest] = worstFirst(item.findings)
  if (!first) return null
  return (
    <>
      <FindingPill rule={first} className="min-w-0" />
      {second ? <FindingPill rule={second} className="hidden min-w-0 min-[1600px]:inline-flex" /> : null}
      {second ? <More rules={[second, ...rest]} className="min-[1600px]:hidden" /> : null}
      {rest.length > 0 ? <More rules={rest} className="hidden min-[1600px]:inline" /> : null}
    </>
  )
}

function More({ rules, className }: { rules: readonly FindingRule[]; className: string }) {
  const t = useTranslations('words')
  const words = rules.map((rule) => findingTitle(rule, t)).join(', ')
  return (
    <span className={cn('relative z-1 shrink-0 px-0.5 text-2xs text-ink-3 tabular-nums', className)} title={words}>
      +{rules.length}
      <span className="sr-only">: {words}</span>
    </span>
  )
}
