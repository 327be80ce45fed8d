'use client'

import { useSyncExternalStore } from 'react'

const QUERY = '(max-width: 767px)'

/** Whether the window is too narrow for columns; null until the browser can tell. */
export function useIsNarrow(): boolean | null {
  return useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches, readOnServer)
}

function readOnServer(): boolean | null {
  return null
}

function subscribe(listener: () => void) {
  const media = matchMedia(QUERY)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
