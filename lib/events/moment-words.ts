import { durationWords } from '@/lib/i18n/durations'
import type { Translate } from '@/lib/i18n/translate'

/** When a signature was made, by the seconds from then to its arrival: "made 2 s before it arrived". */
export function momentWords(skewSeconds: number, t: Translate<'words'>): string {
  if (Math.round(skewSeconds) === 0) return t('verdicts.moments.same')
  const duration = durationWords(skewSeconds, t)
  return skewSeconds > 0 ? t('verdicts.moments.before', { duration }) : t('verdicts.moments.after', { duration })
}
