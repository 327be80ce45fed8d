'use client'

import { PLACES, type Place } from './places'
import { useViewer } from './viewer-context'

/** The places that are open to whoever is signed in. */
export function usePlaces(): Place[] {
  const { role } = useViewer()
  return PLACES.filter((place) => !place.role || place.role === role)
}
