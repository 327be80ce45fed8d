'use client'

import { useCallback, useMemo, useState } from 'react'
import type { EventItem } from '@/lib/events/schemas'

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

/** Which rows of a list are selected. Only events can be: a rejected delivery cannot be replayed. */
export function useSelection(items: readonly EventItem[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [isAll, setIsAll] = useState(false)
  const [anchor, setAnchor] = useState<string | null>(null)

  const selectable = useMemo(() => items.filter(({ kind }) => kind === 'event').map(({ id }) => id), [items])
  const hasAllLoaded = selectable.length > 0 && selectable.every((id) => ids.has(id))

  const toggle = useCallback(
    (id: string, range = false) => {
      if (!selectable.includes(id)) return
      setIds((before) => {
        // Leaving "all" keeps what is in view, without this row.
        const next = new Set(isAll ? selectable.slice(0, MAX_SELECTED) : before)
        const from = range && anchor ? selectable.indexOf(anchor) : -1
        if (from < 0) {
          if (!next.delete(id)) next.add(id)
          return next
        }
        const to = selectable.indexOf(id)
        const isAdding = anchor !== null && next.has(anchor)
        for (const each of selectable.slice(Math.min(from, to), Math.max(from, to) + 1)) {
          if (isAdding) next.add(each)
          else next.delete(each)
        }
        return next
      })
      setIsAll(false)
      setAnchor(id)
    },
    [selectable, isAll, anchor],
  )
  const clear = useCallback(() => {
    setIds(new Set())
    setIsAll(false)
    setAnchor(null)
  }, [])
  const toggleLoaded = useCallback(() => {
    setIds(new Set(isAll || hasAllLoaded ? [] : selectable))
    setIsAll(false)
  }, [isAll, hasAllLoaded, selectable])
  const selectAll = useCallback(() => setIsAll(true), [])

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
