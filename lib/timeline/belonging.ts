import { actorWords } from '@/lib/audit/actor-words'
import { listed } from '@/lib/i18n/listed'
import type { Translate } from '@/lib/i18n/translate'
import { nameWithin, schemeLabel } from './name-words'

/** Why a name belongs to a thing: a code with the values of its sentence. `others`: the labels of what uses it as well. */
export type Belonging =
  | { code: 'together'; name: string }
  | { code: 'same_at'; scheme: string; providers: string[] }
  | { code: 'joined_by'; actor: string; reason: string }
  | { code: 'shared' | 'shared_for_a_period'; others: string[] }
  | { code: 'alone' }

interface BelongingContext {
  t: Translate<'words'>
  /** A provider as people know it. */
  labelOf: (provider: string) => string
}

/** Why a name belongs to a thing, in a sentence for each reason. */
export function belongingWords(reasons: readonly Belonging[], context: BelongingContext): string {
  return reasons.map((reason) => sentenceOf(reason, context)).join(' ')
}

function sentenceOf(reason: Belonging, { t, labelOf }: BelongingContext): string {
  switch (reason.code) {
    case 'together':
      return t('belonging.together', { name: nameWithin(reason.name, t) })
    case 'same_at': {
      const values = { scheme: schemeLabel(reason.scheme, t), providers: listed(reason.providers.map(labelOf), t) }
      return t(reason.providers.length === 2 ? 'belonging.sameAtBoth' : 'belonging.sameAt', {
        ...values,
        schemeWithin: values.scheme.toLowerCase(),
      })
    }
    case 'joined_by':
      return t('belonging.joinedBy', { actor: actorWords(reason.actor, t), reason: ended(reason.reason) })
    case 'shared':
      return t('belonging.shared', { others: listed(reason.others, t) })
    case 'shared_for_a_period':
      return t('belonging.sharedForAPeriod', { others: listed(reason.others, t) })
    case 'alone':
      return t('belonging.alone')
    default:
      return reason satisfies never
  }
}

/** As a person wrote it, with an end. */
function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
