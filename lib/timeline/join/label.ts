import type { Kind } from '../kinds'
import { comparePlaces } from '../mention'
import { readName } from '../names'
import type { FieldState, State } from '../state'
import type { StoredNaming } from './namings'

/** What a thing is called in lists: by a field of its state, else by the first scheme that it has a name of. */
const LABELS: Record<Kind, { field?: string; schemes: readonly string[] }> = {
  order: { schemes: ['order_number', 'order_id'] },
  customer: { field: 'name', schemes: ['email', 'phone', 'customer_id'] },
  shipment: { schemes: ['awb', 'outbound_id', 'inbound_id'] },
  product: { field: 'name', schemes: ['sku', 'product_id'] },
  purchase: { schemes: ['purchase_number', 'purchase_id'] },
  transfer: { schemes: ['transfer_number', 'transfer_id'] },
  adjustment: { schemes: ['adjustment_number', 'adjustment_id'] },
}

/** A short text by which people know a thing. Of several names of one scheme the shortest: `1001` rather than `ORD-1001`. */
export function labelOf(kind: Kind, namings: readonly StoredNaming[], state: State): string {
  const { field, schemes } = LABELS[kind]
  const said = field && lastSaid(state, field)
  if (typeof said === 'string' && said !== '') return said
  const names = [...new Set(namings.flatMap((naming) => naming.names))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  )
  const ofScheme = schemes.flatMap((scheme) => names.find((name) => readName(name).scheme === scheme) ?? [])
  return readName(ofScheme[0] ?? names[0] ?? '').value
}

function lastSaid(state: State, field: string): unknown {
  const said = Object.values(state).flatMap((fields): FieldState[] => (fields[field] ? [fields[field]] : []))
  return said.sort(comparePlaces).at(-1)?.value
}
