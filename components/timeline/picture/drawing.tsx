'use client'

import { useId, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useZone } from '@/components/time/zone'
import { useSaying } from '@/components/timeline/use-saying'
import { durationWords } from '@/lib/i18n/durations'
import { pointLabels, timeLabels } from './labels'
import { EDGE, type Layout, type Point } from './layout'
import { AXIS_HEIGHT, LANE_HEIGHT, laneY } from './measures'

/** Keeps words readable where a line goes through them. */
const HALO = '[paint-order:stroke] stroke-surface stroke-[4px]'

/** The lines of the picture: lanes, links, the axis with its breaks. For the eye only; the points tell the same in words. */
export function Drawing({ layout, asOfX }: { layout: Layout; asOfX: number | null }) {
  const { lanes, points, links, breaks, width, nowX } = layout
  const t = useTranslations('timeline')
  const saying = useSaying()
  const locale = useLocale()
  const [zone] = useZone()
  // Which year needs no saying does not change while somebody looks.
  const [now] = useState(() => new Date())
  const arrowId = useId()
  const axisY = lanes.length * LANE_HEIGHT
  return (
    <svg aria-hidden="true" width={width} height={axisY + AXIS_HEIGHT} className="absolute inset-0 text-2xs">
      <defs>
        <marker id={arrowId} viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto">
          <path d="M0.5 0.5 5.5 3 0.5 5.5Z" className="fill-line-strong" />
        </marker>
      </defs>
      {lanes.map((lane, index) => (
        <path key={lane} d={`M8 ${laneY(index)}H${width - 8}`} className="stroke-line" />
      ))}
      {links.map(({ from, to }) => (
        <path
          key={to.key}
          d={linkPath(from, to)}
          className="fill-none stroke-line-strong"
          markerEnd={`url(#${arrowId})`}
        />
      ))}
      {breaks.map(({ x, ms }) => (
        <Break key={x} x={x} words={durationWords(ms / 1000, saying.t)} height={axisY} lanes={lanes.length} />
      ))}
      {asOfX === null ? null : <path d={`M${asOfX} 0V${axisY}`} className="stroke-accent" strokeDasharray="3 3" />}
      {nowX === null ? null : (
        <>
          <path d={`M${nowX} 0V${axisY}`} className="stroke-line-strong" strokeDasharray="2 4" />
          <AxisText x={nowX} y={axisY} text={t('picture.now')} />
        </>
      )}
      {lanes.flatMap((lane, index) =>
        pointLabels(
          points.filter((point) => point.lane === index),
          saying,
        ).map(({ key, x, text }) => (
          <text key={`${lane} ${key}`} x={x} y={laneY(index) + 24} textAnchor="middle" className={`fill-ink-2 ${HALO}`}>
            {text}
          </text>
        )),
      )}
      <path d={`M8 ${axisY}H${width - 8}`} className="stroke-line" />
      {timeLabels(points, { zone, locale }, now).map(({ key, x, text }) => (
        <g key={key}>
          <path d={`M${x} ${axisY}v4`} className="stroke-line-strong" />
          <AxisText x={x} y={axisY} text={text} />
        </g>
      ))}
    </svg>
  )
}

function AxisText({ x, y, text }: { x: number; y: number; text: string }) {
  const isFirst = x <= EDGE
  return (
    <text x={isFirst ? 8 : x} y={y + 17} textAnchor={isFirst ? 'start' : 'middle'} className="fill-ink-3 tabular-nums">
      {text}
    </text>
  )
}

/** Two strokes over every lane, where the axis leaves out time. */
function Break({ x, words, height, lanes }: { x: number; words: string; height: number; lanes: number }) {
  return (
    <>
      {Array.from({ length: lanes }, (_, lane) => (
        <g key={lane}>
          <rect x={x - 4} y={laneY(lane) - 8} width={8} height={16} className="fill-surface" />
          <path
            d={`M${x - 6} ${laneY(lane) + 6}l5-12M${x + 1} ${laneY(lane) + 6}l5-12`}
            className="stroke-line-strong"
          />
        </g>
      ))}
      <rect x={x - 4} y={height - 2} width={8} height={4} className="fill-surface" />
      <text x={x} y={10} textAnchor="middle" className={`fill-ink-3 ${HALO}`}>
        {words}
      </text>
    </>
  )
}

/** From one lane to another: out and in along the lanes, so that it reads as an answer and not as a fall. */
function linkPath(from: Point, to: Point): string {
  const [y1, y2] = [laneY(from.lane), laneY(to.lane)]
  const bend = Math.min(36, (to.x - from.x) / 2)
  const end = to.x - 9
  return `M${from.x + 7} ${y1}C${from.x + 7 + bend} ${y1} ${end - bend} ${y2} ${end} ${y2}`
}
