'use client'

import { useSyncExternalStore } from 'react'

/** False in the server's render and until React has taken over: a form sent earlier would go out without our code. */
export function useIsInteractive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
