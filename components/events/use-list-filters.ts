'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import { listParsers, listQuery } from '@/lib/events/list-filters'

/** The query and the columns of the list, kept in the URL. A change is a step that the browser's Back undoes. */
export function useListFilters() {
  const [{ q, columns }, setState] = useQueryStates(listParsers, { history: 'push' })
  const query = useMemo(() => listQuery(q), [q])
  const setQ = useCallback((next: string) => void setState({ q: next.trim() === '' ? null : next }), [setState])
  const setColumns = useCallback((next: string[] | null) => void setState({ columns: next }), [setState])
  return { q, query, columns, setQ, setColumns }
}
