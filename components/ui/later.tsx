'use client'

import { type ComponentType, useEffect, useState } from 'react'

/**
 * A component that is fetched when it is first drawn, or before by its `load`. Fetched, it is drawn at once: React's own `lazy`
 * would hold it back for 300 ms. Until it is there, nothing is drawn.
 */
export function later<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>) {
  let found: ComponentType<Props> | null = null

  async function load(): Promise<ComponentType<Props>> {
    found ??= await fetchPart()
    return found
  }

  function Later(props: Props) {
    const [Part, setPart] = useState(() => found)
    const [fault, setFault] = useState<Error | null>(null)
    useEffect(() => {
      if (Part) return
      let isGone = false
      load().then(
        (part) => isGone || setPart(() => part),
        (error: unknown) => isGone || setFault(new Error('A part of the page could not be loaded.', { cause: error })),
      )
      return () => {
        isGone = true
      }
    }, [Part])
    if (fault) throw fault
    return Part ? <Part {...props} /> : null
  }

  return Object.assign(Later, {
    /** Fetches it ahead, for handlers of events: where that fails, drawing it tries again. */
    load: () => void load().catch(() => {}),
  })
}
