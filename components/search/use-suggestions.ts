'use client'

import { useEffect, useState } from 'react'
import type { suggest as Suggest, Suggestion } from '@/lib/search/language/suggest'
import { useKnownValues } from './use-known-values'

const NONE: Suggestion[] = []

/** How what is typed may go on; nothing while it is not wanted. What knows it is fetched when it is wanted first. */
export function useSuggestions(text: string, caret: number, isWanted: boolean): Suggestion[] {
  const known = useKnownValues()
  const [found, setFound] = useState<{ suggest: typeof Suggest } | null>(null)
  const isMissing = isWanted && found === null
  useEffect(() => {
    if (!isMissing) return
    let isLeft = false
    // Without suggestions a query can be typed all the same.
    import('@/lib/search/language/suggest').then(
      ({ suggest }) => isLeft || setFound({ suggest }),
      () => {},
    )
    return () => {
      isLeft = true
    }
  }, [isMissing])
  return isWanted && found ? found.suggest(text, caret, known) : NONE
}
