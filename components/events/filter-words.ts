import type { ProviderInfo } from '@/components/providers/provider-info'
import { STATUS_WORDS } from '@/components/runs/run-words'
import type { ZoneChoice } from '@/lib/events/format'
import type { ListFilters } from '@/lib/events/list-filters'
import { VERDICT_MEANING } from '@/lib/events/verdict-words'
import type { TargetItem } from '@/lib/runs/schemas'
import type { SourceItem } from '@/lib/sources/schemas'
import { windowWords } from './filters/window-words'

interface Names {
  providers: readonly ProviderInfo[]
  sources: readonly SourceItem[]
  handlers: readonly TargetItem[]
  zone: ZoneChoice
  now: Date
}

/** The filters that are on, in words: "order 1001", "event type order.*", "last 24 hours". */
export function filterWords(filters: ListFilters, { providers, sources, handlers, zone, now }: Names): string[] {
  const time = windowWords(filters.from, filters.to, zone, now)
  return [
    filters.order ? `order ${filters.order}` : null,
    filters.provider
      ? `provider ${providers.find(({ id }) => id === filters.provider)?.label ?? filters.provider}`
      : null,
    filters.source
      ? `source ${sources.find(({ id, slug }) => id === filters.source || slug === filters.source)?.name ?? filters.source}`
      : null,
    filters.type?.length ? `event type ${filters.type.join(' or ')}` : null,
    filters.verdict?.length
      ? `verdict ${filters.verdict.map((name) => VERDICT_MEANING[name].label.toLowerCase()).join(' or ')}`
      : null,
    filters.handler ? `handler ${handlers.find(({ key }) => key === filters.handler)?.title ?? filters.handler}` : null,
    filters.status?.length
      ? `status ${filters.status.map((status) => STATUS_WORDS[status].label.toLowerCase()).join(' or ')}`
      : null,
    filters.failure ? 'one kind of failure' : null,
    filters.rejected === 'exclude' && !filters.verdict?.length ? 'without rejected deliveries' : null,
    time ? time.charAt(0).toLowerCase() + time.slice(1) : null,
  ].filter((words) => words !== null)
}
