/** The years that PostgreSQL, ISO 8601 and Date all write with four digits. */
const EARLIEST_MS = Date.parse('0001-01-01T00:00:00Z')
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z')

const RELATIVE = /^(\d{1,5})([mhdw])$/
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

const DAY = /^\d{4}-\d\d-\d\d$/
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/
const ZONE = /(Z|[+-]\d\d:\d\d)$/

/**
 * The moment that a text names: ISO 8601 (a date is its midnight; UTC where no zone is named) or a time ago such as `30m`, `24h`,
 * `2d` or `4w`. Null where it names none of the years 1 to 9999.
 */
export function resolveTime(text: string, now: Date): Date | null {
  const relative = RELATIVE.exec(text)
  if (relative) return new Date(now.getTime() - Number(relative[1]) * (UNIT_MS[relative[2] ?? ''] ?? 0))
  const [day = '', clock, ...rest] = text.split('T')
  if (rest.length > 0 || !isInCalendar(day) || (clock !== undefined && !CLOCK.test(clock))) return null
  const date = new Date(clock === undefined || ZONE.test(clock) ? text : `${text}Z`)
  return date.getTime() >= EARLIEST_MS && date.getTime() <= LATEST_MS ? date : null
}

/** Whether a text names a whole day, such as `2026-11-21`. */
export function isDay(text: string): boolean {
  return isInCalendar(text) && resolveTime(text, new Date(0)) !== null
}

/** Whether a text names a time ago, such as `24h`. */
export function isTimeAgo(text: string): boolean {
  return RELATIVE.test(text)
}

/** Date takes the 30th of February for the 2nd of March. */
function isInCalendar(day: string): boolean {
  if (!DAY.test(day)) return false
  const midnight = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
}
