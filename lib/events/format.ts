import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'

export const ZONES = ['local', 'utc', 'wib'] as const
export type ZoneChoice = (typeof ZONES)[number]

const IANA: Record<ZoneChoice, string | undefined> = { local: undefined, utc: 'UTC', wib: 'Asia/Jakarta' }
/** English as it is written outside America, with the day before the month. */
const TAGS: Record<Locale, string> = { en: 'en-GB', id: 'id-ID' }
const SECOND_MS = 1000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** `21 Nov 2026, 16:30:05.123 GMT+7` in the chosen zone. */
export function formatAbsolute(at: Date, zone: ZoneChoice, locale: Locale = 'en'): string {
  return format(at, { zone, locale }, 'absolute', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
}

/** `16:30:05.123` in the chosen zone. */
export function formatClock(at: Date, zone: ZoneChoice, locale: Locale = 'en'): string {
  return format(at, { zone, locale }, 'clock', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  })
}

/** `21 Nov, 16:30` in the chosen zone; with the year where it is not the year of `now`. */
export function formatShort(at: Date, zone: ZoneChoice, now: Date, locale: Locale = 'en'): string {
  const sameYear = at.getUTCFullYear() === now.getUTCFullYear()
  return format(at, { zone, locale }, sameYear ? 'short' : 'short-year', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

/** `Sat, 21 Nov 2026` in the chosen zone. */
export function formatDay(at: Date, zone: ZoneChoice, locale: Locale = 'en'): string {
  return format(at, { zone, locale }, 'day', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
}

/** `Sat, 21 Nov` in the chosen zone. */
export function formatDayOfYear(at: Date, zone: ZoneChoice, locale: Locale = 'en'): string {
  return format(at, { zone, locale }, 'day-of-year', { weekday: 'short', day: 'numeric', month: 'short' })
}

/** `Sat` in the chosen zone. */
export function formatWeekday(at: Date, zone: ZoneChoice, locale: Locale = 'en'): string {
  return format(at, { zone, locale }, 'weekday', { weekday: 'short' })
}

/** `14:00` in the chosen zone. */
export function formatMinute(at: Date, zone: ZoneChoice, locale: Locale = 'en'): string {
  return format(at, { zone, locale }, 'minute', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** `1,204`, `1.204` in Indonesian. */
export function formatNumber(value: number, locale: Locale = 'en'): string {
  return value.toLocaleString(TAGS[locale])
}

/** `just now`, `12 s ago`, `5 min ago`, `3 h ago`, from a day on the short absolute time. */
export function formatRelative(
  at: Date,
  { now, zone, locale }: { now: Date; zone: ZoneChoice; locale: Locale },
  t: Translate<'time'>,
): string {
  const agoMs = now.getTime() - at.getTime()
  if (agoMs < -MINUTE_MS) return formatShort(at, zone, now, locale)
  if (agoMs < 2 * SECOND_MS) return t('relative.now')
  if (agoMs < MINUTE_MS) return t('relative.seconds', { count: String(Math.floor(agoMs / SECOND_MS)) })
  if (agoMs < HOUR_MS) return t('relative.minutes', { count: String(Math.floor(agoMs / MINUTE_MS)) })
  if (agoMs < DAY_MS) return t('relative.hours', { count: String(Math.floor(agoMs / HOUR_MS)) })
  return formatShort(at, zone, now, locale)
}

/** `812 B`, `64 KB`, `1.5 MB`; 1 KB is 1024 bytes, as the limits are. */
export function formatBytes(bytes: number, locale: Locale = 'en'): string {
  if (bytes < 1024) return `${bytes} B`
  const kb = bytes / 1024
  return kb < 1024 ? `${trim(kb, locale)} KB` : `${trim(kb / 1024, locale)} MB`
}

/** The moment of a wall-clock text such as `2026-11-21T16:30` in the chosen zone, or null where it is none. */
export function parseWallClock(text: string, zone: ZoneChoice): Date | null {
  const offset: Record<ZoneChoice, string> = { local: '', utc: 'Z', wib: '+07:00' }
  const at = new Date(`${text}${offset[zone]}`)
  return text === '' || Number.isNaN(at.getTime()) ? null : at
}

/** The wall-clock text (`2026-11-21T16:30`) of a moment in the chosen zone. */
export function toWallClock(at: Date, zone: ZoneChoice): string {
  const shiftMs = zone === 'local' ? -at.getTimezoneOffset() * MINUTE_MS : zone === 'wib' ? 7 * HOUR_MS : 0
  return new Date(at.getTime() + shiftMs).toISOString().slice(0, 16)
}

function trim(value: number, locale: Locale): string {
  if (value >= 100 || Number.isInteger(value)) return String(Math.round(value))
  return value.toLocaleString(TAGS[locale], { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}

function format(
  at: Date,
  { zone, locale }: { zone: ZoneChoice; locale: Locale },
  name: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const key = `${name} ${zone} ${locale}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: IANA[zone] })
  formats.set(key, known)
  const text = known.format(at)
  return zone === 'wib' ? text.replace('GMT+7', 'WIB') : text
}
