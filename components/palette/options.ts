import type { LucideIcon } from 'lucide-react'
import { KIND_ICONS } from '@/components/shell/kind-icons'
import type { Place } from '@/components/shell/places'
import { KINDS } from '@/lib/timeline/kinds'
import type { LookupItem } from '@/lib/timeline/schemas'
import type { Recent } from './recent'

/** One line of the palette. */
export interface Option {
  /** Tells it from every other one. */
  value: string
  path: string
  label: string
  icon: LucideIcon
  /** At the right: why it was found, or what it is. */
  note: string
  /** What is remembered when it is opened. */
  recent: Recent | null
  /** The key after `g`. */
  key?: string
}

export interface OptionGroup {
  heading: string
  options: Option[]
}

const HEADINGS: Record<LookupItem['kind'], { one: string; title: string }> = {
  ...KINDS,
  event: { one: 'Event', title: 'Events' },
  delivery: { one: 'Delivery', title: 'Deliveries' },
}

/**
 * What the palette offers: what was found, by kind, then the pages and places that fit what is typed. Without anything typed
 * the pages that were looked at last, and every place.
 */
export function optionGroups(
  query: string,
  hits: readonly LookupItem[],
  recent: readonly Recent[],
  places: readonly Place[],
): OptionGroup[] {
  const typed = query.trim().toLowerCase()
  const found = new Set(hits.map(({ path }) => path))
  const groups = [
    ...hitGroups(hits),
    {
      heading: 'Looked at lately',
      options: recent
        .filter(({ label, path }) => !found.has(path) && label.toLowerCase().includes(typed))
        .map((each) => ({
          value: `recent ${each.path}`,
          path: each.path,
          label: each.label,
          icon: KIND_ICONS[each.kind] ?? KIND_ICONS.event,
          note: HEADINGS[each.kind]?.one ?? '',
          recent: each,
        })),
    },
    {
      heading: 'Go to',
      options: places
        .filter(({ label }) => label.toLowerCase().startsWith(typed))
        .map(({ href, label, icon, key }) => ({
          value: `place ${href}`,
          path: href,
          label,
          icon,
          note: '',
          recent: null,
          key,
        })),
    },
  ]
  return groups.filter(({ options }) => options.length > 0)
}

function hitGroups(hits: readonly LookupItem[]): OptionGroup[] {
  const groups = new Map<LookupItem['kind'], Option[]>()
  for (const { kind, id, label, matched, path } of hits) {
    const options = groups.get(kind) ?? []
    groups.set(kind, options)
    options.push({
      value: `${kind} ${id}`,
      path,
      label,
      icon: KIND_ICONS[kind],
      note: matched,
      recent: { kind, label, path },
    })
  }
  return [...groups].map(([kind, options]) => ({ heading: HEADINGS[kind].title, options }))
}
