'use client'

import { RotateCw, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { pillWords } from '@/components/runs/run-words'
import { useZone } from '@/components/time/zone'
import { FindingIcon } from '@/components/timeline/finding-pill'
import { useSaying } from '@/components/timeline/use-saying'
import { cn } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'
import { formatAbsolute } from '@/lib/events/format'
import { findingTitle } from '@/lib/timeline/finding-words'
import { kindWithin } from '@/lib/timeline/kind-words'
import type { Finding, TimelineItem } from '@/lib/timeline/schemas'
import { type Look, lookOf } from './point-look'

const DOTS: Record<Look, string> = {
  failed: 'size-4 bg-bad text-surface',
  waits: 'size-4 bg-wait text-surface',
  says: 'size-3 bg-ink-2',
  names: 'size-2 bg-ink-3',
}
const SHAPES: Partial<Record<TimelineItem['of']['kind'], string>> = {
  shipment: 'rounded-[2px]',
  customer: 'rotate-45 rounded-[1px]',
}

interface EventPointProps {
  item: TimelineItem
  findings: readonly Finding[]
  x: number
  y: number
  /** Comes after the moment that the page shows. */
  isLater: boolean
  isSelected: boolean
  isTabStop: boolean
  onSelect: () => void
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** One event, as a button over the drawing. */
export function EventPoint({ item, findings, x, y, isLater, isSelected, isTabStop, ...on }: EventPointProps) {
  const { t: words, labelOf, titleOf } = useSaying()
  const locale = useLocale()
  const [zone] = useZone()
  const look = lookOf(item)
  const faults = item.runs.filter(({ status }) => status === 'failed' || status === 'retrying')
  const absolute = formatAbsolute(new Date(item.occurredAt), zone, locale)
  const name = [
    titleOf(item.provider, item.type),
    `${kindWithin(item.of.kind, words)} ${item.of.label}`,
    labelOf(item.provider),
    absolute,
    ...faults.map((run) => pillWords(run, words)),
    ...findings.map(({ rule }) => findingTitle(rule, words)),
  ].join(', ')
  return (
    <Tooltip words={<Words item={item} absolute={absolute} findings={findings} />}>
      <button
        type="button"
        data-event={item.eventId}
        aria-label={name}
        aria-current={isSelected ? 'true' : undefined}
        tabIndex={isTabStop ? 0 : -1}
        onClick={on.onSelect}
        onFocus={on.onFocus}
        onKeyDown={on.onKeyDown}
        style={{ left: x, top: y }}
        className={cn(
          '-translate-x-1/2 -translate-y-1/2 absolute grid size-6 place-items-center rounded-full hover:bg-hover',
          isLater && 'opacity-35',
        )}
      >
        <span
          className={cn(
            'grid place-items-center rounded-full outline-2 outline-surface',
            look === 'failed' || look === 'waits' ? null : SHAPES[item.of.kind],
            DOTS[look],
            isSelected && 'ring-2 ring-accent ring-offset-2 ring-offset-surface',
          )}
        >
          {look === 'failed' ? <X className="size-3" strokeWidth={3} aria-hidden /> : null}
          {look === 'waits' ? <RotateCw className="size-2.5" strokeWidth={3} aria-hidden /> : null}
        </span>
        <FindingSign findings={findings} />
      </button>
    </Tooltip>
  )
}

function FindingSign({ findings: [worst] }: { findings: readonly Finding[] }) {
  if (!worst) return null
  return (
    <span className="-top-1.5 -right-1.5 absolute rounded-full bg-surface">
      <FindingIcon severity={worst.severity} />
    </span>
  )
}

interface WordsProps {
  item: TimelineItem
  absolute: string
  findings: readonly Finding[]
}

function Words({ item, absolute, findings }: WordsProps) {
  const t = useTranslations('timeline')
  const { t: words, labelOf, titleOf } = useSaying()
  return (
    <span className="block space-y-0.5">
      <span className="block font-medium">{titleOf(item.provider, item.type)}</span>
      <span className="block opacity-80">
        {labelOf(item.provider)}, {kindWithin(item.of.kind, words)} {item.of.label}
      </span>
      <span className="block opacity-80">
        {absolute}
        {item.isTimeKnown ? null : ` ${t('picture.received')}`}
      </span>
      {item.deliveryCount > 1 ? (
        <span className="block opacity-80">{t('picture.receivedTimes', { count: item.deliveryCount })}</span>
      ) : null}
      {item.runs
        .filter(({ status }) => status === 'failed' || status === 'retrying')
        .map((run) => (
          <span key={run.id} className="block first-letter:uppercase">
            {pillWords(run, words)}
          </span>
        ))}
      {findings.map((finding) => (
        <span key={finding.rule} className="block">
          {findingTitle(finding.rule, words)}
        </span>
      ))}
    </span>
  )
}
