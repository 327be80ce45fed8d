'use client'

import { useRouter } from 'next/navigation'
import { usePlaces } from './use-places'
import { useShortcuts } from './use-shortcuts'

const PATIENCE_MS = 1_500

/** `g` and then the key of a place goes there. */
export function useGoTo() {
  const router = useRouter()
  const places = usePlaces()
  useShortcuts({
    g: () => {
      const over = new AbortController()
      const timer = setTimeout(() => over.abort(), PATIENCE_MS)
      over.signal.addEventListener('abort', () => clearTimeout(timer))
      document.addEventListener(
        'keydown',
        (event) => {
          over.abort()
          const place = places.find(({ key }) => key === event.key)
          if (!place || event.ctrlKey || event.metaKey || event.altKey) return
          // The second key means something else by itself.
          event.stopImmediatePropagation()
          event.preventDefault()
          router.push(place.href)
        },
        { capture: true, signal: over.signal },
      )
    },
  })
}
