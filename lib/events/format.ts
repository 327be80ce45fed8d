export const ZONES = ['local', 'utc', 'wib'] as const
export type ZoneChoice = (typeof ZONES)[number]

const IANA: Record<ZoneChoice, string | undefined> = { local: undefined, utc: 'UTC', wib: 'Asia/Jakarta' }
const SECOND_MS = 1000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** `21 Nov 2026, 16:30:05.123 GMT+7` in the chosen zone. */
export function formatAbsolute(at: Date, zone: ZoneChoice): string {
  return format(at, zone, 'absolute', {
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
export function formatClock(at: Date, zone: ZoneChoice): string {
  return format(at, zone, 'clock', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  })
}

/** `21 Nov, 16:30` in the chosen zone; with the year where it is not the year of `now`. */
export function formatShort(at: Date, zone: ZoneChoice, now: Date): string {
  const sameYear = at.getUTCFullYear() === now.getUTCFullYear()
  return format(at, zone, sameYear ? 'short' : 'short-year', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

/** `Sat, 21 Nov 2026` in the chosen zone. */
export function formatDay(at: Date, zone: ZoneChoice): string {
  return format(at, zone, 'day', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
}

/** `just now`, `12 s ago`, `5 min ago`, `3 h ago`, from a day on the short absolute time. */
export function formatRelative(at: Date, now: Date, zone: ZoneChoice): string {
  const agoMs = now.getTime() - at.getTime()
  if (agoMs < -MINUTE_MS) return formatShort(at, zone, now)
  if (agoMs < 2 * SECOND_MS) return 'just now'
  if (agoMs < MINUTE_MS) return `${Math.floor(agoMs / SECOND_MS)} s ago`
  if (agoMs < HOUR_MS) return `${Math.floor(agoMs / MINUTE_MS)} min ago`
  if (agoMs < DAY_MS) return `${Math.floor(agoMs / HOUR_MS)} h ago`
  return formatShort(at, zone, now)
}

/** A length of time in words, of any sign: `2 s`, `7 min`, `7 min 12 s`, `3 h 5 min`, `2 days`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return pair(whole, 60, 'min', 's')
  if (whole < 86_400) return pair(Math.round(whole / 60), 60, 'h', 'min')
  const days = Math.floor(whole / 86_400)
  return days === 1 ? '1 day' : `${days} days`
}

/** A short length of time: `4 ms`, `1.2 s`. */
export function formatMs(ms: number): string {
  return ms < 1000
    ? `${Math.max(0, Math.round(ms))} ms`
    : ms < 60_000
      ? `${(ms / 1000).toFixed(1)} s`
      : formatSeconds(ms / 1000)
}

/** `812 B`, `64 KB`, `1.5 MB`; 1 KB is 1024 bytes, as the limits are. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kb = bytes / 1024
  return kb < 1024 ? `${trim(kb)} KB` : `${trim(kb / 1024)} MB`
}

/** `14 requests`, `1 request`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
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

function pair(value: number, per: number, large: string, small: string): string {
  const rest = value % per
  return rest === 0 ? `${value / per} ${large}` : `${Math.floor(value / per)} ${large} ${rest} ${small}`
}

function trim(value: number): string {
  return value >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1)
}

function format(at: Date, zone: ZoneChoice, name: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${name} ${zone}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: IANA[zone] })
  formats.set(key, known)
  const text = known.format(at)
  return zone === 'wib' ? text.replace('GMT+7', 'WIB') : text
}
