const DAY_MS = 24 * 60 * 60 * 1000
/** The three date formats of RFC 9110, section 5.6.7, begin with a day's name. */
const DATE = /^[A-Z][a-z]{2,8},? [\w :-]+$/

/**
 * How long a Retry-After header asks to wait, in milliseconds, at most a day: seconds, or an HTTP date. Null where it asks
 * for no wait or cannot be read.
 */
export function parseRetryAfter(value: string | null, now: Date): number | null {
  const text = value?.trim() ?? ''
  const waitMs = /^\d{1,12}$/.test(text) ? Number(text) * 1000 : untilDate(text, now)
  return waitMs > 0 ? Math.min(waitMs, DAY_MS) : null
}

/** A date without a zone (asctime) is in GMT as well. */
function untilDate(text: string, now: Date): number {
  if (!DATE.test(text)) return Number.NaN
  return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) - now.getTime()
}
