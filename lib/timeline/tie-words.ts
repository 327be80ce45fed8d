import type { Translate } from '@/lib/i18n/translate'
import type { Proof, RelatedItem } from './schemas'

interface TieContext {
  t: Translate<'words'>
  /** A provider as people know it. */
  labelOf: (provider: string) => string
  /** The title of an event type of a provider. */
  titleOf: (provider: string, type: string) => string
}

type Tie = Pick<RelatedItem, 'relation' | 'seenFrom'> & { proof: Pick<Proof, 'provider' | 'type'> | null }

/** Why two things belong together, in a sentence. */
export function tieWords({ relation, seenFrom, proof }: Tie, { t, labelOf, titleOf }: TieContext): string {
  if (relation === 'remainder_of') return t(seenFrom === 'to' ? 'ties.itIsRemainder' : 'ties.thisIsRemainder')
  if (!proof) return ''
  return t('ties.namesBoth', { event: titleOf(proof.provider, proof.type), provider: labelOf(proof.provider) })
}
