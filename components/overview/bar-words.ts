import { formatDay, toWallClock, type ZoneChoice } from '@/lib/events/format'
import { type Bar, heightOf, type Outcome } from './bars'
import { countOf, countWords } from './count-words'

export const OUTCOMES: Record<Outcome, { label: string; short: string; meaning: string }> = {
  proven: {
    label: 'Verified or authenticated',
    short: 'verified',
    meaning: 'A signature or a key proves who sent them.',
  },
  unchecked: { label: 'Unchecked', short: 'unchecked', meaning: 'Their source has no secret, so nothing was checked.' },
  rejected: { label: 'Rejected', short: 'rejected', meaning: 'Checked and wrong.' },
  failed: {
    label: 'Events with failed runs',
    short: 'with failed runs',
    meaning: 'Received then, and a handler has failed on them for good.',
  },
}

/** `Sat, 21 Nov, 14:00 to 15:00` in the chosen zone. */
export function spanWords({ from, to }: Bar, zone: ZoneChoice): string {
  return `${dayWords(from, zone)}, ${hourWords(from, zone)} to ${hourWords(to, zone)}`
}

/** `Sat, 21 Nov`. */
export function dayWords(at: string, zone: ZoneChoice): string {
  return formatDay(new Date(at), zone).replace(/ \d{4}$/, '')
}

/** `14:00`. */
export function hourWords(at: string, zone: ZoneChoice): string {
  return toWallClock(new Date(at), zone).slice(11, 16)
}

/** `120 deliveries: 117 verified, 3 rejected. 2 events with failed runs`. */
export function contentWords(bar: Bar): string {
  const precision = bar.isEstimate ? 'estimate' : 'exact'
  const parts = (['proven', 'unchecked', 'rejected'] as const)
    .filter((outcome) => bar[outcome] > 0)
    .map((outcome) => `${countWords({ value: bar[outcome], precision })} ${OUTCOMES[outcome].short}`)
  const delivered =
    parts.length > 0
      ? `${countOf({ value: heightOf(bar), precision }, 'delivery', 'deliveries')}: ${parts.join(', ')}`
      : 'No deliveries'
  if (bar.failed === 0) return delivered
  return `${delivered}. ${countOf({ value: bar.failed, precision }, 'event')} with failed runs`
}
