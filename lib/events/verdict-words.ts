import type { Translate } from '@/lib/i18n/translate'
import { momentWords } from './moment-words'
import { reasonTitle } from './reason-words'
import type { DeliveryItem, VerdictName } from './schemas'

/** The verdict in one sentence: "Signature holds; made 2 s before it arrived". */
export function verdictSentence(
  { verdict, reason, verdictDetail }: Pick<DeliveryItem, 'verdict' | 'reason' | 'verdictDetail'>,
  t: Translate<'words'>,
): string {
  switch (verdict) {
    case 'verified':
      return verdictDetail.skewSeconds === undefined
        ? t('verdicts.verified.sentence')
        : t('verdicts.verified.sentenceWithMoment', { moment: momentWords(verdictDetail.skewSeconds, t) })
    case 'authenticated':
      return t('verdicts.authenticated.sentence')
    case 'unchecked':
    case 'rejected':
      return reasonTitle(reason, t) ?? t(`verdicts.${verdict}.sentence`)
    default:
      return verdict satisfies never
  }
}

/** A verdict in a word, and what it means, for a tooltip. */
export function verdictWords(verdict: VerdictName, t: Translate<'words'>): { label: string; meaning: string } {
  return { label: t(`verdicts.${verdict}.label`), meaning: t(`verdicts.${verdict}.meaning`) }
}
