import { durationWords } from '@/lib/i18n/durations'
import type { Patience, Rhythm } from '@/lib/overview/schemas'
import { countWords } from './count-words'
import type { Speech } from './speech'

const BURST = 5

/** `usually every 3 min`, `in bursts, with pauses up to 12 min`. */
export function rhythmWords({ medianSeconds, p95Seconds }: Rhythm, speech: Speech): string {
  const { t } = speech
  const pause = spell(p95Seconds, speech)
  if (medianSeconds < 1) return p95Seconds < 1 ? t('rhythm.severalASecond') : t('rhythm.bursts', { pause })
  const usual = spell(medianSeconds, speech)
  return p95Seconds > BURST * medianSeconds
    ? t('rhythm.everyWithPauses', { usual, pause })
    : t('rhythm.every', { usual })
}

/** A length of time, those under ten seconds to the tenth: `0.4 s`, `12 s`, `3 min`. */
export function spell(seconds: number, { words, locale }: Speech): string {
  if (seconds < 10) {
    return words('durations.seconds', { count: seconds.toLocaleString(locale, { maximumFractionDigits: 1 }) })
  }
  return durationWords(seconds < 600 ? seconds : Math.round(seconds / 60) * 60, words)
}

/** How much patience a provider has left: `2 of 10 refused in a row, 8 left`. `provider` is its label. */
export function patienceWords({ streak, limit, attempts }: Patience, provider: string, speech: Speech): string {
  const { t } = speech
  if (streak.value === 0) {
    return limit === null
      ? t('patience.acceptedNoLimit', { provider, attempts })
      : t('patience.accepted', { provider, limit })
  }
  const count = countWords(streak, speech)
  if (limit === null) return t('patience.refusedNoLimit', { count, provider })
  const left = limit - streak.value
  if (left > 0) return t('patience.left', { streak: streak.value, limit, left, provider })
  return t('patience.over', { count, provider, limit })
}

/** `2 to come again, at least 3 of 5 attempts left`; null where none is expected. When the next one is due is told apart. */
export function expectedWords({ retries: { expected, fewestLeft }, attempts }: Patience, { t }: Speech): string | null {
  if (expected === 0 || fewestLeft === null) return null
  return t('patience.expected', { expected, left: fewestLeft, attempts })
}

/** What was refused and will not come again by itself; null where there is none. */
export function lostWords({ retries: { givenUp, overdue } }: Patience, { t }: Speech): string | null {
  const parts = [
    givenUp > 0 ? t('patience.lastTime', { count: givenUp }) : null,
    overdue > 0 ? t('patience.overdue', { count: overdue }) : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join('; ') : null
}
