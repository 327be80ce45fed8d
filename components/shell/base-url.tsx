'use client'

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'

const PublicUrlContext = createContext<string | null>(null)

export function PublicUrlProvider({ url, children }: { url: string | null; children: ReactNode }) {
  return <PublicUrlContext value={url}>{children}</PublicUrlContext>
}

/** Where providers reach this installation: JEJAK_URL, or else the address in the browser. Without a slash at the end. */
export function useBaseUrl(): string {
  const configured = useContext(PublicUrlContext)
  const origin = useSyncExternalStore(
    () => () => {},
    () => location.origin,
    () => '',
  )
  return (configured ?? origin).replace(/\/+$/, '')
}
