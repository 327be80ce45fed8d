'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { EventItem } from '@/lib/events/schemas'
import { findSelection, NOTHING_SELECTED, rememberSelection } from './selection-memory'

/** As many events as one replay takes by name. */
export const MAX_SELECTED = 1000

export interface Selection {
  ids: ReadonlySet<string>
  /** Everything that matches the filters, loaded or not, rather than `ids`. */
  isAll: boolean
  isSelected(id: string): boolean
  /** Adds or removes a row; with `range`, all rows between it and the one before are made like that one. */
  toggle(id: string, range?: boolean): void
  hasAllLoaded: boolean
  /** Selects every row that is loaded, or none where all are. */
  toggleLoaded(): void
  selectAll(): void
  clear(): void
}

/**
 * Which rows of a list are selected. Only events can be: a rejected delivery cannot be replayed. Every list, by its `listKey`,
 * has a selection of its own, which is there again on the way back to it.
 */
export function useSelection(items: readonly EventItem[], listKey: string): Selection {
  const [{ key, chosen }, setState] = useState(() => ({ key: listKey, chosen: findSelection(listKey) }))
  if (key !== listKey) setState({ key: listKey, chosen: findSelection(listKey) })
  const { ids, isAll } = key === listKey ? chosen : NOTHING_SELECTED
  useEffect(() => rememberSelection(key, chosen), [key, chosen])

  const selectable = useMemo(() => items.filter(({ kind }) => kind === 'event').map(({ id }) => id), [items])
  const hasAllLoaded = selectable.length > 0 && selectable.every((id) => ids.has(id))

  const toggle = useCallback(
    (id: string, range = false) => {
      if (!selectable.includes(id)) return
      setState(({ key, chosen: before }) => {
        // Leaving "all" keeps what is in view, without this row.
        const next = new Set(before.isAll ? selectable.slice(0, MAX_SELECTED) : before.ids)
        const from = range && before.anchor ? selectable.indexOf(before.anchor) : -1
        const chosen = { ids: next, isAll: false, anchor: id }
        if (from < 0) {
          if (!next.delete(id)) next.add(id)
          return { key, chosen }
        }
        const to = selectable.indexOf(id)
        const isAdding = before.anchor !== null && next.has(before.anchor)
        for (const each of selectable.slice(Math.min(from, to), Math.max(from, to) + 1)) {
          if (isAdding) next.add(each)
          else next.delete(each)
        }
        return { key, chosen }
      })
    },
    [selectable],
  )
  const clear = useCallback(() => setState(({ key }) => ({ key, chosen: NOTHING_SELECTED })), [])
  const toggleLoaded = useCallback(() => {
    const ids: ReadonlySet<string> = new Set(isAll || hasAllLoaded ? [] : selectable)
    setState(({ key, chosen }) => ({ key, chosen: { ...chosen, ids, isAll: false } }))
  }, [isAll, hasAllLoaded, selectable])
  const selectAll = useCallback(() => setState(({ key, chosen }) => ({ key, chosen: { ...chosen, isAll: true } })), [])

  return useMemo(
    () => ({
      ids,
      isAll,
      isSelected: (id: string) => isAll || ids.has(id),
      toggle,
      hasAllLoaded,
      toggleLoaded,
      selectAll,
      clear,
    }),
    [ids, isAll, toggle, hasAllLoaded, toggleLoaded, selectAll, clear],
  )
}
