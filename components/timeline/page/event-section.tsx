'use client'

import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useZone } from '@/components/time/zone'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { formatDay } from '@/lib/events/format'
import type { EntityDetail, Finding, TimelineItem } from '@/lib/timeline/schemas'
import { GhostEntry } from './ghost-entry'
import { inPlace } from './in-place'
import { TimelineEntry } from './timeline-entry'
import type { TimelineReplay } from './use-timeline-replay'

interface EventSectionProps {
  detail: EntityDetail
  /** In the order in which they occurred. */
  items: readonly TimelineItem[]
  order: 'asc' | 'desc'
  asOf: string | null
  selected: string | null
  isRupiah: boolean
  hasMore: boolean
  isLoadingMore: boolean
  replay: TimelineReplay
  onOrder: (order: 'asc' | 'desc') => void
  onLoadMore: () => void
}

/** The events in order, day by day, with the expected steps that have not come in their place. */
export function EventSection(props: EventSectionProps) {
  const { detail, items, order, asOf, selected, isRupiah, hasMore, isLoadingMore, replay } = props
  const t = useTranslations('timeline')
  const locale = useLocale()
  const [zone] = useZone()
  const orders = [
    { value: 'asc', label: t('events.oldestFirst') },
    { value: 'desc', label: t('events.newestFirst') },
  ] as const
  const days = useMemo(
    () =>
      inPlace({
        items,
        ghosts: detail.expected,
        asOf,
        order,
        dayOf: ({ occurredAt }) => formatDay(new Date(occurredAt), zone, locale),
      }),
    [items, detail.expected, asOf, order, zone, locale],
  )
  const found = useMemo(() => byEvent(detail.findings), [detail.findings])
  return (
    <section aria-label={t('events.title')}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold text-sm">
          {t('events.title')}{' '}
          <span className="font-normal text-ink-3 tabular-nums">
            {items.length.toLocaleString(locale)}
            {hasMore ? '+' : ''}
          </span>
        </h2>
        <Segmented label={t('events.order')} value={order} options={orders} onChange={props.onOrder} />
      </div>
      {days.map((day) => (
        <div key={day.at} className="mt-3">
          <h3 className="mb-1 font-medium text-ink-3 text-xs">{formatDay(new Date(day.at), zone, locale)}</h3>
          <ol>
            {day.lines.map((line) =>
              line.line === 'event' ? (
                <TimelineEntry
                  key={line.item.eventId}
                  item={line.item}
                  entity={detail}
                  previous={line.previous}
                  findings={found.get(line.item.eventId) ?? NONE}
                  isRupiah={isRupiah}
                  isLater={line.isLater}
                  isSelected={line.item.eventId === selected}
                  replay={replay}
                />
              ) : (
                <GhostEntry
                  key={`${line.ghost.provider} ${line.ghost.title}`}
                  ghost={line.ghost}
                  isLater={line.isLater}
                />
              ),
            )}
          </ol>
        </div>
      ))}
      {hasMore ? (
        <div className="mt-3 flex justify-center">
          <Button onClick={props.onLoadMore} disabled={isLoadingMore}>
            {t(isLoadingMore ? 'events.loading' : order === 'asc' ? 'events.later' : 'events.earlier')}
          </Button>
        </div>
      ) : (
        <p className="mt-3 text-center text-ink-3 text-xs">{t('events.all')}</p>
      )}
    </section>
  )
}

const NONE: readonly Finding[] = []

/** Findings by the events that they concern; the same rule once for each event. */
function byEvent(findings: readonly Finding[]): Map<string, Finding[]> {
  const map = new Map<string, Finding[]>()
  for (const finding of findings) {
    for (const eventId of new Set(finding.eventIds)) {
      const known = map.get(eventId) ?? []
      if (known.every(({ rule }) => rule !== finding.rule)) map.set(eventId, [...known, finding])
    }
  }
  return map
}
