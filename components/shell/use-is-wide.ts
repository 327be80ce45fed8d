'use client'

import { useSyncExternalStore } from 'react'

/** From where on Tailwind's `xl:` holds. */
const QUERY = '(min-width: 80rem)'

/** Whether there is room for something beside a list; false until the browser can tell. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(QUERY).matches,
    () => false,
  )
}

function subscribe(listener: () => void) {
  const media = matchMedia(QUERY)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
