import { KEY_RULES } from './key-rules'
import type { KnownValues } from './suggest'
import type { Key } from './term'

/** A value that may be asked for, and what people call it. */
export interface ValueOption {
  value: string
  detail: string | null
}

/** The values of a key that are known, in the order in which they are offered; none where anything may stand there. */
export function valueOptions(key: Key, known: KnownValues): ValueOption[] {
  switch (key) {
    case 'type':
      return typeOptions(known.eventTypes)
    case 'provider':
      return known.providers.map(({ id, label }) => ({ value: id, detail: label }))
    case 'source':
      return known.sources.map(({ slug, id, name }) => ({
        value: known.sources.some((other) => other.slug === slug && other.id !== id) ? id : slug,
        detail: name,
      }))
    case 'handler':
      return known.handlers.map((handler) => ({ value: handler.key, detail: handler.title }))
    default:
      return (KEY_RULES[key].list ?? []).map((value) => ({ value, detail: null }))
  }
}

/** Families such as `order.*` first, each as long as it holds more than one type. */
function typeOptions(eventTypes: KnownValues['eventTypes']): ValueOption[] {
  const titles = new Map<string, string>()
  const families = new Map<string, number>()
  for (const { type, title } of eventTypes) {
    if (titles.has(type)) continue
    titles.set(type, title)
    const dot = type.indexOf('.')
    if (dot > 0) families.set(type.slice(0, dot), (families.get(type.slice(0, dot)) ?? 0) + 1)
  }
  return [
    ...[...families].filter(([, count]) => count > 1).map(([family]) => ({ value: `${family}.*`, detail: null })),
    ...[...titles].map(([value, detail]) => ({ value, detail })),
  ]
}

/** The options that a typed text begins or is part of, in any case; those that begin with it first. */
export function matching(options: readonly ValueOption[], typed: string): ValueOption[] {
  const sought = typed.toLowerCase()
  const begins = ({ value, detail }: ValueOption) =>
    value.toLowerCase().startsWith(sought) || (detail ?? '').toLowerCase().startsWith(sought)
  const holds = ({ value, detail }: ValueOption) => `${value}\n${detail ?? ''}`.toLowerCase().includes(sought)
  return [...options.filter(begins), ...options.filter((option) => !begins(option) && holds(option))]
}
