import type { Translate } from '@/lib/i18n/translate'
import { SCHEMES, type Scheme } from '@/lib/providers/identifiers'
import { readName } from './names'

/** What names of a scheme are called: "Order number". A scheme that is no longer known reads as it is spelled. */
export function schemeLabel(scheme: string, t: Translate<'words'>): string {
  return Object.hasOwn(SCHEMES, scheme) ? t(`schemes.${scheme as Scheme}`) : scheme.replaceAll('_', ' ')
}

/** The same within a sentence: "order number", "AWB". */
export function schemeWithin(scheme: string, t: Translate<'words'>): string {
  const label = schemeLabel(scheme, t)
  const isAbbreviation = label === label.toUpperCase()
  return isAbbreviation ? label : label.charAt(0).toLowerCase() + label.slice(1)
}

/** A name as an entity has it, within a sentence: "order number 1001". */
export function nameWithin(name: string, t: Translate<'words'>): string {
  const { scheme, value } = readName(name)
  return `${schemeWithin(scheme, t)} ${value}`
}
