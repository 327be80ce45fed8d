import type { Translate } from '@/lib/i18n/translate'
import { kindOne } from './kind-words'
import { nameWithin, schemeLabel } from './name-words'
import { readName } from './names'
import type { LookupItem } from './schemas'

interface MatchContext {
  t: Translate<'words'>
  /** A provider as people know it. */
  labelOf: (provider: string) => string
  /** The title of an event type of a provider. */
  titleOf: (provider: string, type: string) => string
}

type Said = Pick<LookupItem, 'kind' | 'label' | 'about' | 'match'>

/** Why a look-up found something, for people: "Order number 1001". */
export function matchWords({ kind, match: { by, name, provider, store } }: Said, { t, labelOf }: MatchContext): string {
  const match = () => {
    if (by === 'id') {
      return kind === 'event' ? t('matches.eventId') : kind === 'delivery' ? t('matches.deliveryId') : kindOne(kind, t)
    }
    if (by === 'dedupe_key') return t('matches.eventIdAt', { provider: labelOf(provider ?? '') })
    if (by === 'pending') return t('matches.justArrived', { name: nameWithin(name ?? '', t) })
    const { scheme, issuer, value } = readName(name ?? '')
    const values = { scheme: schemeLabel(scheme, t), value }
    return issuer === null ? t('matches.name', values) : t('matches.nameAt', { ...values, provider: labelOf(issuer) })
  }
  return store === null ? match() : t('matches.ofStore', { match: match(), store })
}

/** What was found, for people: a thing by its own label, an event as "Order created: 1001". */
export function foundLabel({ label, about }: Said, { t, labelOf, titleOf }: MatchContext): string {
  if (about === null) return label
  const { provider, type, subject } = about
  const title = type === null ? t('matches.deliveryOf', { provider: labelOf(provider) }) : titleOf(provider, type)
  return subject === null ? title : t('matches.about', { title, subject })
}
