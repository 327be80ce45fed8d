'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import { filtersToQuery, type ListFilters, listFilterParsers, NO_FILTERS } from '@/lib/events/list-filters'

/** The list's filters, kept in the URL. A change is a step that the browser's Back undoes, unless it is typing. */
export function useListFilters() {
  const [filters, setFilters] = useQueryStates(listFilterParsers, { history: 'push' })
  const query = useMemo(() => filtersToQuery(filters), [filters])
  const change = useCallback(
    (part: Partial<ListFilters>, options: { typing?: boolean } = {}) => {
      void setFilters(part, options.typing ? { history: 'replace' } : undefined)
    },
    [setFilters],
  )
  const clear = useCallback(() => void setFilters(NO_FILTERS), [setFilters])
  return { filters, query, change, clear }
}
