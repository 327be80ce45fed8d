import { create } from 'jsondiffpatch'
import type { Change } from './schemas'

const differ = create({ cloneDiffValues: false })

/**
 * What changed from one value to another, leaf by leaf, in the order of `after`; what is added or removed as a whole is one
 * change. Items of lists are matched by id, else SKU, else product id, else name, else place, so that their order and the order of
 * keys make no difference. `before` and `after` are JSON.
 */
export function changesBetween(before: object, after: object): Change[] {
  const delta = differ.diff(keyed(before), keyed(after))
  return walk(delta, before, after, '')
}

/** The delta tells where, the two values tell what: lists stand in them as lists. */
function walk(delta: unknown, before: unknown, after: unknown, path: string): Change[] {
  if (Array.isArray(delta)) return [changeAt(delta, before, after, path.replace(/^\./, ''))]
  if (typeof delta !== 'object' || delta === null) return []
  const [was, is] = [childrenOf(before), childrenOf(after)]
  const deltas = new Map<string, unknown>(Object.entries(delta))
  const keys = [...is.keys(), ...[...was.keys()].filter((key) => !is.has(key))]
  return keys.flatMap((key) => walk(deltas.get(key), was.get(key), is.get(key), path + key))
}

/** Without moves and differences within texts, jsondiffpatch has `[after]`, `[before, after]` and `[before, 0, 0]`. */
function changeAt(delta: readonly unknown[], before: unknown, after: unknown, path: string): Change {
  if (delta.length === 1) return { path, change: 'added', after }
  if (delta.length === 2) return { path, change: 'changed', before, after }
  return { path, change: 'removed', before }
}

/**
 * A value with its lists as records by the keys of their items: in a record an item has no position, so nothing moves and a long
 * list costs no more than its length.
 */
function keyed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries([...childrenOf(value)].map(([key, child]) => [key, keyed(child)]))
}

/** What a value holds, by the part of a path that leads there: `.quantity`, `[ABC-001]`. */
function childrenOf(value: unknown): Map<string, unknown> {
  const children = new Map<string, unknown>()
  if (Array.isArray(value)) {
    const seen = new Map<string, number>()
    for (const [index, item] of value.entries()) {
      const name = nameOf(item) ?? `#${index + 1}`
      const times = (seen.get(name) ?? 0) + 1
      seen.set(name, times)
      children.set(`[${quoted(name)}${times > 1 ? `#${times}` : ''}]`, item)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (inner !== undefined) children.set(`.${key}`, inner)
    }
  }
  return children
}

/** By what an item is known again; a text is its own name. */
function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return item === undefined ? undefined : String(item)
  const { id, sku, productId, name } = item as Record<string, unknown>
  const found = [id, sku, productId, name].find((value) => typeof value === 'string' || typeof value === 'number')
  return found === undefined ? undefined : String(found)
}

/** A name that would end or blur the path stands in quotes. */
function quoted(name: string): string {
  return /^[^[\]"\\#]+$/.test(name) ? name : JSON.stringify(name)
}
