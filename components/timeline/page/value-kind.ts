import { FIELDS, type FieldType, SHAPES } from '@/lib/providers/vocabulary'
import type { Kind } from '@/lib/timeline/kinds'
import type { ChangePlace } from './change-path'

/** Amounts that are money; the others count pieces. */
const MONEY: ReadonlySet<string> = new Set(['total', 'subtotal', 'discount', 'price', 'basePrice'])

/** How a value reads. */
export type ValueKind = 'money' | 'moment' | 'code' | 'text' | 'texts' | 'place' | 'message' | 'line' | 'lines'

/** How the value at a place of a kind of thing reads; as a text where the vocabulary does not know it. */
export function valueKind(kind: Kind, { field, item, member }: ChangePlace): ValueKind {
  const types: Readonly<Record<string, FieldType>> = FIELDS[kind]
  const type = types[field]
  if (type === undefined) return 'text'
  if (typeof type === 'string') return type === 'texts' && item !== null ? 'text' : ofScalar(field, type)
  if (member !== null) {
    const members: Readonly<Record<string, string>> = SHAPES['one' in type ? type.one : type.list]
    return ofScalar(member, members[member] ?? 'text')
  }
  if ('list' in type) return item === null ? 'lines' : 'line'
  return type.one === 'message' ? 'message' : 'place'
}

function ofScalar(name: string, type: string): ValueKind {
  if (type === 'texts') return 'texts'
  if (type === 'amount') return MONEY.has(name) ? 'money' : 'text'
  if (type === 'moment') return 'moment'
  return type === 'awb' || type === 'sku' || type === 'phone' || type === 'email' ? 'code' : 'text'
}
