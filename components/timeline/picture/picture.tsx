'use client'

import { useEffect, useId, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useProviders } from '@/components/providers/providers-context'
import type { Finding, Ghost, TimelineItem } from '@/lib/timeline/schemas'
import { Drawing } from './drawing'
import { EventPoint } from './event-point'
import { GhostPoint } from './ghost-point'
import { layOut } from './layout'
import { Legend } from './legend'
import { AXIS_HEIGHT, LANE_HEIGHT, laneY } from './measures'
import { findingsByEvent } from './point-look'
import { usePointKeys } from './use-point-keys'
import { useWidth } from './use-width'

export interface PictureProps {
  /** In the order in which they occurred. */
  items: readonly TimelineItem[]
  ghosts: readonly Ghost[]
  findings: readonly Finding[]
  /** The event that the list has in view; null for none. */
  selected: string | null
  /** The event after which the page shows the state; what comes later is pale. Null for now. */
  asOf: string | null
  onSelect: (eventId: string) => void
}

const NONE: readonly Finding[] = []

/** A timeline at one look: a lane per provider, events at their time, what answered what, and what has not come. */
export function Picture({ items, ghosts, findings, selected, asOf, onSelect }: PictureProps) {
  const t = useTranslations('timeline')
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const layout = useMemo(() => layOut(items, ghosts, width), [items, ghosts, width])
  const found = useMemo(() => findingsByEvent(findings), [findings])
  const keys = usePointKeys(layout.points, selected, scroller)
  const describedBy = useId()
  const { points, lanes } = layout
  const asOfIndex = asOf === null ? -1 : points.findIndex(({ key }) => key === asOf)
  const asOfX = points[asOfIndex]?.x ?? null
  const selectedX = points.find(({ key }) => key === selected)?.x ?? null
  const isLater = (index: number) => asOfIndex >= 0 && index > asOfIndex

  // The latest news first, then whatever is chosen.
  useEffect(() => {
    const element = scroller.current
    if (!element || width === 0) return
    const x = selectedX ?? layout.width
    const isInView = x > element.scrollLeft + 24 && x < element.scrollLeft + element.clientWidth - 24
    if (!isInView) element.scrollLeft = x - element.clientWidth / 2
  }, [selectedX, layout.width, width])

  if (points.length === 0) return null
  return (
    <figure aria-label={t('picture.label')} aria-describedby={describedBy}>
      <p id={describedBy} className="sr-only">
        {t('picture.description', { events: items.length, providers: lanes.length })}
      </p>
      <div className="flex">
        <Lanes lanes={lanes} />
        <div
          ref={scroller}
          className="scroll-quiet min-w-0 flex-1 overflow-x-auto overflow-y-hidden overscroll-x-contain"
        >
          <div className="relative" style={{ width: layout.width, height: lanes.length * LANE_HEIGHT + AXIS_HEIGHT }}>
            <Drawing layout={layout} asOfX={asOfX} />
            {points.map((point, index) =>
              point.item ? (
                <EventPoint
                  key={point.key}
                  item={point.item}
                  findings={found.get(point.key) ?? NONE}
                  x={point.x}
                  y={laneY(point.lane)}
                  isLater={isLater(index)}
                  isSelected={point.key === selected}
                  isTabStop={point.key === keys.stop}
                  onSelect={() => onSelect(point.key)}
                  onFocus={() => keys.setFocused(point.key)}
                  onKeyDown={(event) => keys.onKeyDown(event, point)}
                />
              ) : (
                <GhostPoint
                  key={point.key}
                  ghost={point.ghost}
                  x={point.x}
                  y={laneY(point.lane)}
                  isLater={isLater(index)}
                />
              ),
            )}
          </div>
        </div>
      </div>
      <Legend items={items} ghosts={ghosts} found={found} />
    </figure>
  )
}

function Lanes({ lanes }: { lanes: readonly string[] }) {
  const t = useTranslations('timeline')
  const providers = useProviders()
  return (
    <ul aria-label={t('picture.lanes')} className="w-8 shrink-0 sm:w-32">
      {lanes.map((id) => {
        const label = providers.find((provider) => provider.id === id)?.label ?? id
        return (
          <li key={id} style={{ height: LANE_HEIGHT }} className="flex items-start gap-2 pt-3.25">
            <ProviderMark id={id} />
            <span className="truncate text-ink-2 text-xs max-sm:sr-only">{label}</span>
          </li>
        )
      })}
    </ul>
  )
}
