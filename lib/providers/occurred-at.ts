const ISO = /^(\d{4}-\d\d-(\d\d))(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d(?::?\d\d)?)?)?$/i
const EARLIEST_SECONDS = Date.UTC(2000, 0, 1) / 1000
const LATEST_SECONDS = Date.UTC(10_000, 0, 1) / 1000

/**
 * The moment that a value names, or null. Takes ISO 8601 (UTC where it names no zone) and Unix time as a number or its
 * digits, in seconds or milliseconds: between the years 2000 and 9999 no number can be both. Anything outside these
 * years is null.
 */
export function parseMoment(value: unknown): Date | null {
  if (typeof value === 'number') return fromUnix(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (/^\d{1,15}$/.test(text)) return fromUnix(Number(text))
  const match = ISO.exec(text)
  if (!match) return null
  const [, date, day, time = '00:00', zone = 'Z'] = match
  // `new Date` takes 30 February for 1 March: the day must be the one that was written.
  if (new Date(`${date}T00:00Z`).getUTCDate() !== Number(day)) return null
  return inRange(new Date(`${date}T${time}${/^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.toUpperCase()}`))
}

function fromUnix(value: number): Date | null {
  return inRange(new Date(value >= LATEST_SECONDS ? value : value * 1000))
}

function inRange(date: Date): Date | null {
  const seconds = date.getTime() / 1000
  return seconds >= EARLIEST_SECONDS && seconds < LATEST_SECONDS ? date : null
}
