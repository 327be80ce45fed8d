'use client'

import { useLocale, useTranslations } from 'use-intl'
import { useNow, useZone } from '@/components/time/zone'
import { formatShort } from '@/lib/events/format'

export const PRESETS = [
  { from: '1h', name: 'lastHour' },
  { from: '24h', name: 'lastDay' },
  { from: '7d', name: 'lastWeek' },
  { from: '30d', name: 'lastMonth' },
] as const

/** A time window in words ("Last 24 hours"), or null for any time. `from` and `to` are ISO 8601 or a time ago. */
export function useWindowWords(from: string | null, to: string | null): string | null {
  const t = useTranslations('search')
  const locale = useLocale()
  const [zone] = useZone()
  const now = useNow()
  if (!from && !to) return null
  const preset = to ? undefined : PRESETS.find((each) => each.from === from)
  if (preset) return t(`time.${preset.name}`)
  const bound = (text: string) => {
    const ago = /^(\d+)([mhdw])$/.exec(text)
    if (ago) return t('time.ago', { span: t(`span.${ago[2] as 'm' | 'h' | 'd' | 'w'}`, { count: Number(ago[1]) }) })
    const at = new Date(text)
    return Number.isNaN(at.getTime()) ? text : formatShort(at, zone, now, locale)
  }
  if (from && to) return t('time.window', { from: bound(from), to: bound(to) })
  return from ? t('time.since', { from: bound(from) }) : t('time.until', { to: bound(to ?? '') })
}
