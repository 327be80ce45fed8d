'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useProviders } from '@/components/providers/providers-context'

/** What sentences about things are made with: words, and what providers and their event types are called. */
export function useSaying() {
  const t = useTranslations('words')
  const providers = useProviders()
  return useMemo(() => {
    const find = (id: string) => providers.find((provider) => provider.id === id)
    return {
      t,
      labelOf: (provider: string) => find(provider)?.label ?? provider,
      titleOf: (provider: string, type: string) =>
        find(provider)?.eventTypes.find((entry) => entry.type === type)?.title ?? type,
    }
  }, [t, providers])
}

export type Saying = ReturnType<typeof useSaying>
