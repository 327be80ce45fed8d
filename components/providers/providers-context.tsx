'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { ProviderInfo } from './provider-info'

const ProvidersContext = createContext<readonly ProviderInfo[]>([])

export function ProvidersProvider({
  providers,
  children,
}: {
  providers: readonly ProviderInfo[]
  children: ReactNode
}) {
  return <ProvidersContext value={providers}>{children}</ProvidersContext>
}

/** Every provider, in the registry's order. */
export function useProviders(): readonly ProviderInfo[] {
  return useContext(ProvidersContext)
}

/** The provider with this id; undefined for one that was removed from the registry after its events came. */
export function useProvider(id: string): ProviderInfo | undefined {
  return useProviders().find((provider) => provider.id === id)
}

/** The title of an event type ("Order created"), or null where the provider does not document it. */
export function useEventTitle(providerId: string, type: string | null): string | null {
  return useProvider(providerId)?.eventTypes.find((entry) => entry.type === type)?.title ?? null
}
