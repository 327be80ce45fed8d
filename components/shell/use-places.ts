'use client'

import { useTranslations } from 'use-intl'
import { kindTitle } from '@/lib/timeline/kind-words'
import { isKind } from '@/lib/timeline/kinds'
import { PLACES, type Place } from './places'
import { useViewer } from './viewer-context'

/** A place with its words. */
export type OpenPlace = Place & { label: string }

/** The places that are open to whoever is signed in. */
export function usePlaces(): OpenPlace[] {
  const { role } = useViewer()
  const t = useTranslations('shell.places')
  const words = useTranslations('words')
  return PLACES.filter((place) => !place.role || place.role === role).map((place) => ({
    ...place,
    label: isKind(place.name) ? kindTitle(place.name, words) : t(place.name),
  }))
}
