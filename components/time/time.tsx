'use client'

import { useLocale, useTranslations } from 'use-intl'
import { formatAbsolute, formatClock, formatRelative, formatShort, type ZoneChoice } from '@/lib/events/format'
import type { Locale } from '@/lib/i18n/locales'
import { useNow, useZone } from './zone'

/** A moment: relative, to the minute, absolute or as the time of day, with the whole of it on hover. */
export function Time({
  at,
  as = 'relative',
  className,
}: {
  at: string
  as?: 'relative' | 'short' | 'absolute' | 'clock' | 'second'
  className?: string
}) {
  const [zone] = useZone()
  const date = new Date(at)
  const locale = useLocale()
  const absolute = formatAbsolute(date, zone, locale)
  return (
    <time dateTime={at} title={absolute} className={className}>
      {as === 'relative' ? (
        <Relative date={date} />
      ) : as === 'short' ? (
        <Short date={date} />
      ) : as === 'absolute' ? (
        absolute
      ) : (
        clock(date, { zone, locale }, as)
      )}
    </time>
  )
}

function clock(date: Date, { zone, locale }: { zone: ZoneChoice; locale: Locale }, as: 'clock' | 'second'): string {
  const text = formatClock(date, zone, locale)
  return as === 'second' ? text.slice(0, 8) : text
}

function Relative({ date }: { date: Date }) {
  const [zone] = useZone()
  return formatRelative(date, { now: useNow(), zone, locale: useLocale() }, useTranslations('time'))
}

function Short({ date }: { date: Date }) {
  const [zone] = useZone()
  return formatShort(date, zone, useNow(), useLocale())
}
