import type { ZoneChoice } from '@/lib/events/format'
import { type Tick, wallMs } from './ticks'

const formats = new Map<string, Intl.DateTimeFormat>()
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const OPTIONS = {
  month: { month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  longDay: DAY,
  minute: CLOCK,
  second: { ...CLOCK, second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A time on the axis: `14:00`, `21 Nov`, `Nov 2026`. */
export function tickWords({ atMs, shows }: Tick, zone: ZoneChoice, locale: string): string {
  return format(atMs, zone, locale, shows)
}

/** `21 Nov 2026, 14:00`, in the chosen zone. */
export function momentWords(atMs: number, zone: ZoneChoice, locale: string): string {
  return `${format(atMs, zone, locale, 'date')}, ${format(atMs, zone, locale, 'minute')}`
}

/** From one moment until another, in the chosen zone: `Sat 21 Nov, 14:00–15:00`, with the days where they differ. */
export function spanWords(fromMs: number, toMs: number, zone: ZoneChoice, locale: string): string {
  const clock = toMs - fromMs < 60_000 || fromMs % 60_000 !== 0 || toMs % 60_000 !== 0 ? 'second' : 'minute'
  const [fromDay, toDay] = [format(fromMs, zone, locale, 'longDay'), format(toMs, zone, locale, 'longDay')]
  const [fromClock, toClock] = [format(fromMs, zone, locale, clock), format(toMs, zone, locale, clock)]
  const isWholeDays = [fromMs, toMs].every((atMs) => wallMs(atMs, zone) % 86_400_000 === 0)
  if (isWholeDays) {
    const lastDay = format(toMs - 1, zone, locale, 'longDay')
    return lastDay === fromDay ? fromDay : `${fromDay} – ${lastDay}`
  }
  return fromDay === toDay ? `${fromDay}, ${fromClock}–${toClock}` : `${fromDay}, ${fromClock} – ${toDay}, ${toClock}`
}

/** Laid out as in Britain where the language is English: the day before the month, as all times of the interface. */
function format(atMs: number, zone: ZoneChoice, locale: string, name: keyof typeof OPTIONS): string {
  const key = `${locale} ${name}`
  const language = locale === 'en' ? 'en-GB' : locale
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...OPTIONS[name], timeZone: 'UTC' })
  formats.set(key, known)
  return known.format(wallMs(atMs, zone))
}
