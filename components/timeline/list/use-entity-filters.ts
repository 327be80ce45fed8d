'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import {
  type EntityFilters,
  entityFilterParsers,
  entityFiltersToQuery,
  NO_ENTITY_FILTERS,
} from '@/lib/timeline/list-filters'

/** The list's filters, kept in the URL. A change is a step that the browser's Back undoes, unless it is typing. */
export function useEntityFilters() {
  const [filters, setFilters] = useQueryStates(entityFilterParsers, { history: 'push' })
  const query = useMemo(() => entityFiltersToQuery(filters), [filters])
  const change = useCallback(
    (part: Partial<EntityFilters>, options: { typing?: boolean } = {}) => {
      void setFilters(part, options.typing ? { history: 'replace' } : undefined)
    },
    [setFilters],
  )
  const clear = useCallback(() => void setFilters(NO_ENTITY_FILTERS), [setFilters])
  return { filters, query, change, clear }
}
