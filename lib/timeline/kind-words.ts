import type { Translate } from '@/lib/i18n/translate'
import type { Kind } from './kinds'

type Words = Translate<'words'>

/** What has a page of its own, or stands in a list. */
export type Named = Kind | 'message' | 'event' | 'delivery'
const NAMED: readonly Named[] = [
  ...(['order', 'customer', 'shipment', 'product', 'purchase', 'transfer', 'adjustment', 'message'] as const),
  ...(['event', 'delivery'] as const),
]

/** One thing of a kind: "Order". */
export function kindOne(kind: Named, t: Words): string {
  return t(`kinds.${kind}.one`)
}

/** All of a kind, as the head of a list: "Orders". */
export function kindTitle(kind: Named, t: Words): string {
  return t(`kinds.${kind}.title`)
}

/** One thing of a kind, within a sentence: "order". */
export function kindWithin(kind: Named, t: Words): string {
  return kindOne(kind, t).toLowerCase()
}

/** Things of a kind, within a sentence: "orders". */
export function kindsWithin(kind: Named, t: Words): string {
  return kindTitle(kind, t).toLowerCase()
}

/** What an event is about, within a sentence; what is not known here reads as it is spelled. */
export function subjectWithin(kind: string, t: Words): string {
  const known = NAMED.find((each) => each === kind)
  return known ? kindWithin(known, t) : kind
}
