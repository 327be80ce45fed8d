'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useProviders } from '@/components/providers/providers-context'
import { useNow, useZone } from '@/components/time/zone'
import { formatShort } from '@/lib/events/format'
import { failuresOptions, handlersOptions } from '@/lib/runs/query-options'
import { sourcesOptions } from '@/lib/sources/query-options'
import type { Names } from './term-words'
import { valueWords } from './value-words'

const DAY = /^\d{4}-\d\d-\d\d$/

/** The names of providers, sources, handlers and failures that a query holds by their ids, and times in the chosen zone. */
export function useNames({ withFailures = false }: { withFailures?: boolean } = {}): Names {
  const t = useTranslations('words')
  const search = useTranslations('search.values')
  const providers = useProviders()
  const sources = useQuery({ ...sourcesOptions(), refetchInterval: false }).data?.items
  const handlers = useQuery({ ...handlersOptions(), refetchInterval: false }).data?.items
  const failures = useQuery({ ...failuresOptions(), refetchInterval: false, enabled: withFailures }).data?.items
  const locale = useLocale()
  const [zone] = useZone()
  const year = useNow().getUTCFullYear()
  return useMemo(
    () => ({
      valueOf(key, value) {
        if (key === 'provider') return providers.find(({ id }) => id === value)?.label ?? value
        if (key === 'source') return sources?.find(({ id, slug }) => id === value || slug === value)?.name ?? value
        if (key === 'failure') return failures?.find(({ id }) => id === value)?.message ?? search('failure')
        const target = key === 'handler' ? handlers?.find((each) => each.key === value) : undefined
        if (!target) return valueWords(key, value, t) ?? value
        if (!target.destinationId) return target.title
        return t('runs.forward', { handler: target.handler, destination: target.title })
      },
      time(text) {
        const at = new Date(text)
        if (DAY.test(text) || Number.isNaN(at.getTime())) return text
        return formatShort(at, zone, new Date(Date.UTC(year, 0, 1)), locale)
      },
    }),
    [t, search, providers, sources, handlers, failures, zone, year, locale],
  )
}
