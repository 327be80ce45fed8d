'use client'

import { useEffect, useState } from 'react'
import type { ViewItem } from '@/lib/views/schemas'
import type { Shown } from '@/lib/views/shown-view'
import { openedBy, openedViewId, rememberOpenedView } from './opened-view'

/** The view that was opened last in this tab, changed since or not. */
export function useOpenedView(views: readonly ViewItem[] | undefined, { q, columns }: Shown): ViewItem | undefined {
  const [id, setId] = useState<string | null>(null)
  useEffect(() => {
    if (!views) return
    const opened = openedBy(openedViewId(), views, { q, columns })
    rememberOpenedView(opened)
    setId(opened)
  }, [views, q, columns])
  return views?.find((view) => view.id === id)
}
