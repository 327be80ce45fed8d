'use client'

import { useQuery } from '@tanstack/react-query'
import { failuresOptions } from '@/lib/runs/query-options'

/** How many runs have failed and wait for somebody; 0 until it is known. */
export function useFailedCount(): number {
  const failures = useQuery({ ...failuresOptions(), retry: false })
  return failures.data?.items.reduce((sum, group) => sum + group.failed, 0) ?? 0
}
