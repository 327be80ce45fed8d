import { normalise } from './identifiers'
import { isObject, type JsonObject, member } from './json'
import { clean } from './label'
import { parseMoment } from './occurred-at'
import { type FieldType, type Scalar, SHAPES } from './vocabulary'

/**
 * Where a value stands: a member (`status`), one of an object in it (`customer.email`), several joined by a space, or
 * nowhere in the body because the event type itself says it.
 */
export type Where = string | readonly string[] | { is: string }

/** An object or list of objects, at a member or (empty) the body itself, and where its own members stand. */
interface Shaped<S extends keyof typeof SHAPES> {
  under: string
  read: { readonly [M in keyof (typeof SHAPES)[S]]?: Where }
}

/** Where the value of a field of this type stands. */
export type Source<T> = T extends { one: infer S extends keyof typeof SHAPES }
  ? Shaped<S>
  : T extends { list: infer S extends keyof typeof SHAPES }
    ? Shaped<S>
    : T extends 'texts'
      ? string
      : Where

const MAX_ITEMS = 1000
const MAX_TEXT = 500
const DECIMAL = /^-?\d{1,40}(\.\d{1,40})?$/

/**
 * The value of a field in a body, or undefined where the body does not say it or says something unfit. A list keeps its
 * fit items, at most 1000; a list of unfit ones says nothing, an empty one that there is nothing. Texts are clipped at 500
 * characters.
 */
export function readField(type: FieldType, source: Source<FieldType>, body: JsonObject): unknown {
  if (typeof type === 'string') {
    if (typeof source === 'object' && 'under' in source) return undefined
    if (type === 'texts') return listOf(valueAt(body, source), (item) => readScalar('text', item))
    return type === 'state' ? undefined : readScalar(type, valueAt(body, source))
  }
  if (typeof source !== 'object' || !('under' in source)) return undefined
  const value = source.under === '' ? body : valueAt(body, source.under)
  if ('one' in type) return readShape(type.one, source.read, value)
  return listOf(value, (item) => readShape(type.list, source.read, item))
}

function readShape(shape: keyof typeof SHAPES, read: Readonly<Record<string, Where>>, value: unknown): unknown {
  if (!isObject(value)) return undefined
  const types: Readonly<Record<string, Scalar>> = SHAPES[shape]
  const members: Record<string, unknown> = {}
  for (const [name, where] of Object.entries(read)) {
    const type = types[name]
    const found = type && readScalar(type, valueAt(value, where))
    if (found !== undefined) members[name] = found
  }
  return Object.keys(members).length > 0 ? members : undefined
}

function listOf(value: unknown, read: (item: unknown) => unknown): unknown[] | undefined {
  if (!Array.isArray(value)) return undefined
  const items = value
    .slice(0, MAX_ITEMS)
    .map(read)
    .filter((item) => item !== undefined)
  return items.length === 0 && value.length > 0 ? undefined : items
}

function valueAt(body: JsonObject, where: Where): unknown {
  if (typeof where === 'string') {
    return where.includes('.') ? where.split('.').reduce<unknown>(member, body) : member(body, where)
  }
  if ('is' in where) return where.is
  const parts = where.map((path) => SCALARS.text(valueAt(body, path)))
  return parts.filter((part) => part !== undefined).join(' ')
}

function readScalar(type: Scalar, value: unknown): string | number | undefined {
  return SCALARS[type](value)
}

const SCALARS = {
  text: (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined
    return clean(String(value), MAX_TEXT) || undefined
  },
  amount: (value) => {
    if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
    const text = typeof value === 'string' ? value.trim() : ''
    if (!DECIMAL.test(text)) return undefined
    return String(Number(text)) === text ? Number(text) : text
  },
  moment: (value) => parseMoment(value)?.toISOString(),
  phone: (value) => normalise('phone', value) ?? undefined,
  email: (value) => normalise('email', value) ?? undefined,
  awb: (value) => normalise('awb', value) ?? undefined,
  sku: (value) => normalise('sku', value) ?? undefined,
} as const satisfies Record<Scalar, (value: unknown) => string | number | undefined>
