'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { lookupOptions } from '@/lib/timeline/query-options'
import type { LookupItem } from '@/lib/timeline/schemas'

const TYPING_PAUSE_MS = 150
const PASTED_AT_LEAST = 3

export interface LookupState {
  hits: readonly LookupItem[]
  /** Whether `hits` are the answer to what stands in the field now. */
  isSettled: boolean
  error: Error | null
  retry(): void
}

/**
 * What is known under `query`. Asked when the typing pauses, at once for what was pasted or is `urgent`; until the answer is
 * there the previous one stays, and a question that nobody waits for any more is cancelled.
 */
export function useLookup(query: string, urgent: boolean): LookupState {
  const wanted = query.trim()
  const [asked, setAsked] = useState(wanted)
  const before = useRef(wanted)
  useEffect(() => {
    const isPasted = Math.abs(wanted.length - before.current.length) >= PASTED_AT_LEAST
    before.current = wanted
    if (wanted === asked) return
    const timer = setTimeout(() => setAsked(wanted), urgent || isPasted ? 0 : TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted, asked, urgent])
  const lookup = useQuery({ ...lookupOptions(asked), enabled: asked !== '', placeholderData: keepPreviousData })
  const isAnswered = (lookup.isSuccess && !lookup.isPlaceholderData) || lookup.isError
  return {
    hits: wanted === '' ? [] : (lookup.data?.items ?? []),
    isSettled: wanted === '' || (wanted === asked && isAnswered),
    error: wanted === '' ? null : lookup.error,
    retry: () => void lookup.refetch(),
  }
}
