'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useProviders } from '@/components/providers/providers-context'
import { handlersOptions } from '@/lib/runs/query-options'
import type { KnownValues } from '@/lib/search/language/suggest'
import { sourcesOptions } from '@/lib/sources/query-options'

/** What the autocomplete offers of this installation: its providers, sources and handlers. */
export function useKnownValues(): KnownValues {
  const t = useTranslations('search.values')
  const providers = useProviders()
  const sources = useQuery({ ...sourcesOptions(), refetchInterval: false }).data?.items
  const handlers = useQuery({ ...handlersOptions(), refetchInterval: false }).data?.items
  return useMemo(() => {
    const destination = handlers?.find(({ destinationId }) => destinationId !== null)
    const anyDestination = destination ? [{ key: destination.handler, title: t('anyDestination') }] : []
    return {
      providers,
      eventTypes: providers.flatMap(({ eventTypes }) => eventTypes),
      sources: sources ?? [],
      handlers: [...anyDestination, ...(handlers ?? [])],
    }
  }, [t, providers, sources, handlers])
}
