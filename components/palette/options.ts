import { Bookmark, type LucideIcon, Search } from 'lucide-react'
import { KIND_ICONS } from '@/components/shell/kind-icons'
import type { OpenPlace } from '@/components/shell/use-places'
import type { Saying } from '@/components/timeline/use-saying'
import type { Translate } from '@/lib/i18n/translate'
import { kindOne, kindTitle } from '@/lib/timeline/kind-words'
import { foundLabel, matchWords } from '@/lib/timeline/match-words'
import type { LookupItem } from '@/lib/timeline/schemas'
import type { ViewItem } from '@/lib/views/schemas'
import { viewHref } from '@/lib/views/view-href'
import type { Recent } from './recent'
import { searchHref } from './search-href'

/** One line of the palette. */
export interface Option {
  /** Tells it from every other one. */
  value: string
  label: string
  icon: LucideIcon
  /** What it does: leads to a page, or acts. */
  does: { path: string } | { act: () => void }
  /** At the right: why it was found, or what it is. */
  note: string
  /** What is remembered when it is opened. */
  recent: Recent | null
  /** The key after `g`. */
  key?: string
}

export interface OptionGroup {
  name: string
  heading: string
  options: Option[]
}

/** What can be done wherever a person is. */
export type Action = Pick<Option, 'value' | 'label' | 'icon'> & { act: () => void }

interface Offered {
  hits: readonly LookupItem[]
  recent: readonly Recent[]
  places: readonly OpenPlace[]
  views: readonly ViewItem[]
  actions: readonly Action[]
}

interface Words {
  t: Translate<'palette'>
  saying: Saying
}

/**
 * What the palette offers: what was found, by kind, then the pages, views, places and actions that fit what is typed, and the
 * search of the events for it. Without anything typed the pages that were looked at last, and every view, place and action.
 */
export function optionGroups(query: string, offered: Offered, { t, saying }: Words): OptionGroup[] {
  const typed = query.trim().toLowerCase()
  const found = new Set(offered.hits.map(({ path }) => path))
  const groups: OptionGroup[] = [
    ...hitGroups(offered.hits, saying),
    {
      name: 'recent',
      heading: t('groups.recent'),
      options: offered.recent
        .filter(({ label, path }) => !found.has(path) && label.toLowerCase().includes(typed))
        .map((each) => recentOption(each, saying)),
    },
    {
      name: 'views',
      heading: t('groups.views'),
      options: offered.views.filter(({ name }) => fits(name, typed)).map((view) => viewOption(view, t)),
    },
    {
      name: 'places',
      heading: t('groups.places'),
      options: offered.places
        .filter(({ label }) => label.toLowerCase().startsWith(typed))
        .map(({ href, label, icon, key }) => ({ ...plain(`place ${href}`, label, icon), does: { path: href }, key })),
    },
    {
      name: 'actions',
      heading: t('groups.actions'),
      options: offered.actions
        .filter(({ label }) => fits(label, typed))
        .map(({ value, label, icon, act }) => ({ ...plain(`action ${value}`, label, icon), does: { act } })),
    },
    { name: 'search', heading: t('groups.search'), options: searchOptions(query, t) },
  ]
  return groups.filter(({ options }) => options.length > 0)
}

/** Whether any word of a text begins with what is typed. */
function fits(text: string, typed: string): boolean {
  return ` ${text.toLowerCase()}`.includes(` ${typed}`)
}

function plain(value: string, label: string, icon: LucideIcon): Omit<Option, 'does'> {
  return { value, label, icon, note: '', recent: null }
}

function recentOption(visit: Recent, { t }: Saying): Option {
  const isKnown = Object.hasOwn(KIND_ICONS, visit.kind)
  const option = plain(`recent ${visit.path}`, visit.label, isKnown ? KIND_ICONS[visit.kind] : KIND_ICONS.event)
  return { ...option, does: { path: visit.path }, note: isKnown ? kindOne(visit.kind, t) : '', recent: visit }
}

function viewOption(view: ViewItem, t: Translate<'palette'>): Option {
  const note = view.isMine ? t('view.mine') : t('view.shared', { owner: view.owner })
  return { ...plain(`view ${view.id}`, view.name, Bookmark), does: { path: viewHref(view) }, note }
}

function searchOptions(query: string, t: Translate<'palette'>): Option[] {
  const path = searchHref(query)
  if (path === null) return []
  return [{ ...plain('search', t('searchEvents', { query: query.trim() }), Search), does: { path } }]
}

function hitGroups(hits: readonly LookupItem[], saying: Saying): OptionGroup[] {
  const groups = new Map<LookupItem['kind'], Option[]>()
  for (const hit of hits) {
    const { kind, id, path } = hit
    const label = foundLabel(hit, saying)
    const options = groups.get(kind) ?? []
    groups.set(kind, options)
    options.push({
      ...{ value: `${kind} ${id}`, label, icon: KIND_ICONS[kind], note: matchWords(hit, saying) },
      does: { path },
      recent: { kind, label, path },
    })
  }
  return [...groups].map(([kind, options]) => ({ name: kind, heading: kindTitle(kind, saying.t), options }))
}
