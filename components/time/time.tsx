'use client'

import { formatAbsolute, formatClock, formatRelative } from '@/lib/events/format'
import { useNow, useZone } from './zone'

/** A moment: relative, absolute or as the time of day, with the whole of it on hover. */
export function Time({
  at,
  as = 'relative',
  className,
}: {
  at: string
  as?: 'relative' | 'absolute' | 'clock'
  className?: string
}) {
  const [zone] = useZone()
  const date = new Date(at)
  const absolute = formatAbsolute(date, zone)
  return (
    <time dateTime={at} title={absolute} className={className}>
      {as === 'relative' ? <Relative date={date} /> : as === 'clock' ? formatClock(date, zone) : absolute}
    </time>
  )
}

function Relative({ date }: { date: Date }) {
  const [zone] = useZone()
  return formatRelative(date, useNow(), zone)
}
