import type { Translate } from './translate'

/** A length of time in words, of any sign: `2 s`, `7 min`, `7 min 12 s`, `3 h 5 min`, `2 days`. */
export function durationWords(seconds: number, t: Translate<'words'>): string {
  const whole = Math.round(Math.abs(seconds))
  if (whole < 60) return t('durations.seconds', { count: String(whole) })
  if (whole < 3600) {
    const [minutes, rest] = [String(Math.floor(whole / 60)), whole % 60]
    return rest === 0
      ? t('durations.minutes', { count: minutes })
      : t('durations.minutesSeconds', { minutes, seconds: String(rest) })
  }
  if (whole < 86_400) {
    const inMinutes = Math.round(whole / 60)
    const [hours, rest] = [String(Math.floor(inMinutes / 60)), inMinutes % 60]
    return rest === 0
      ? t('durations.hours', { count: hours })
      : t('durations.hoursMinutes', { hours, minutes: String(rest) })
  }
  return t('durations.days', { count: Math.floor(whole / 86_400) })
}

/** A short length of time: `4 ms`, `1.2 s`, with the decimal sign of the language. */
export function shortDurationWords(ms: number, t: Translate<'words'>): string {
  if (ms < 1000) return t('durations.milliseconds', { count: String(Math.max(0, Math.round(ms))) })
  if (ms >= 60_000) return durationWords(ms / 1000, t)
  return t('durations.tenthsOfSeconds', { count: ms / 1000 })
}
