'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useProviders } from '@/components/providers/providers-context'
import { handlersOptions } from '@/lib/runs/query-options'
import { RUN_STATUSES } from '@/lib/runs/statuses'
import type { FacetKey } from '@/lib/search/summary/schemas'
import { sourcesOptions } from '@/lib/sources/query-options'
import { VERDICT_NAMES } from './verdict-names'

export interface FacetWords {
  label: string
  /** As the query has it, for the hover. */
  raw: string
  /** It has no name of its own: the label is the value. */
  isRaw: boolean
}

/** What a value of a facet is called. `title` is what the answer calls it; null where it does not. */
export type WordsOf = (key: FacetKey, value: string, title: string | null) => FacetWords

export function useFacetWords(): WordsOf {
  const t = useTranslations('search.facets')
  const providers = useProviders()
  const sources = useQuery({ ...sourcesOptions(), refetchInterval: false }).data?.items
  const targets = useQuery({ ...handlersOptions(), refetchInterval: false }).data?.items

  const handlerWords = (value: string, title: string | null) => {
    if (value === 'forward') return t('anyForward')
    const name = title ?? targets?.find(({ key }) => key === value)?.title ?? null
    return name !== null && value.startsWith('forward:') ? t('forwardTo', { name }) : name
  }
  const find: Record<FacetKey, (value: string, title: string | null) => string | null | undefined> = {
    provider: (value) => providers.find(({ id }) => id === value)?.label,
    source: (value, title) => title ?? sources?.find(({ id, slug }) => id === value || slug === value)?.name,
    type: () => null,
    verdict: (value) => {
      const name = VERDICT_NAMES.find((each) => each === value)
      return name && t(`verdict.${name}`)
    },
    status: (value) => {
      const status = RUN_STATUSES.find((each) => each === value)
      return status && t(`status.${status}`)
    },
    handler: handlerWords,
  }
  const typeTitle = (value: string) =>
    providers.flatMap(({ eventTypes }) => eventTypes).find(({ type }) => type === value)?.title

  return (key, value, title) => {
    const name = find[key](value, title)
    const meaning = key === 'type' ? typeTitle(value) : undefined
    return { label: name ?? value, raw: meaning ? `${value} · ${meaning}` : `${key}:${value}`, isRaw: !name }
  }
}
