import { formatSeconds } from '@/lib/events/format'
import type { Patience, Rhythm } from '@/lib/overview/schemas'
import { countWords } from './count-words'

const BURST = 5

/** `usually every 3 min`, `in bursts, with pauses up to 12 min`. */
export function rhythmWords({ medianSeconds, p95Seconds }: Rhythm): string {
  const pause = spell(p95Seconds)
  if (medianSeconds < 1) return p95Seconds < 1 ? 'usually several a second' : `in bursts, with pauses up to ${pause}`
  const usual = `usually every ${spell(medianSeconds)}`
  return p95Seconds > BURST * medianSeconds ? `${usual}, with pauses up to ${pause}` : usual
}

/** A length of time, those under ten seconds to the tenth: `0.4 s`, `12 s`, `3 min`. */
export function spell(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1).replace(/\.0$/, '')} s`
  return seconds < 600 ? formatSeconds(seconds) : formatSeconds(Math.round(seconds / 60) * 60)
}

/** How much patience a provider has left: `2 of 10 refused in a row, 8 left`. `label` is the provider's. */
export function patienceWords({ streak, limit, attempts }: Patience, label: string): string {
  if (streak.value === 0) {
    return limit === null
      ? `The latest delivery was accepted. ${label} sends each event up to ${attempts} times and documents no limit.`
      : `The latest delivery was accepted. ${label} suspends an address after ${limit} failures in a row.`
  }
  if (limit === null) return `${countWords(streak)} refused in a row. ${label} documents no limit.`
  const left = limit - streak.value
  if (left > 0)
    return `${streak.value} of ${limit} refused in a row, ${left} left until ${label} suspends this address.`
  return `${countWords(streak)} refused in a row: ${label} suspends an address after ${limit}.`
}

/** `2 to come again, at least 3 of 5 attempts left`; null where none is expected. When the next one is due is told apart. */
export function expectedWords({ retries: { expected, fewestLeft }, attempts }: Patience): string | null {
  if (expected === 0 || fewestLeft === null) return null
  return `${expected} to come again, at least ${fewestLeft} of ${attempts} attempts left`
}

/** What was refused and will not come again by itself; null where there is none. */
export function lostWords({ retries: { givenUp, overdue } }: Patience): string | null {
  const parts = [
    givenUp > 0 ? `${givenUp} refused for the last time` : null,
    overdue > 0 ? `${overdue} did not come again when due` : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join('; ') : null
}
