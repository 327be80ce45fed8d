import { formatShort, type ZoneChoice } from '@/lib/events/format'

export const PRESETS = [
  { from: '1h', label: 'Last hour' },
  { from: '24h', label: 'Last 24 hours' },
  { from: '7d', label: 'Last 7 days' },
  { from: '30d', label: 'Last 30 days' },
] as const

/** A time window in words, or null for any time. */
export function windowWords(from: string | null, to: string | null, zone: ZoneChoice, now: Date): string | null {
  if (!from && !to) return null
  const preset = to ? undefined : PRESETS.find((each) => each.from === from)
  if (preset) return preset.label
  const start = from ? bound(from, zone, now) : null
  const end = to ? bound(to, zone, now) : null
  if (start && end) return `${start} to ${end}`
  return start ? `since ${start}` : `until ${end}`
}

function bound(text: string, zone: ZoneChoice, now: Date): string {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? `${text} ago` : formatShort(at, zone, now)
}
