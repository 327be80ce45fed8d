'use client'

import { useEffect } from 'react'
import { useViewer } from '@/components/shell/viewer-context'
import { type Recent, rememberRecent } from './recent'

/** Has the palette offer the page again on which it is used. */
export function useRememberVisit({ kind, label, path }: Recent) {
  const { email } = useViewer()
  useEffect(() => rememberRecent(email, { kind, label, path }), [email, kind, label, path])
}
