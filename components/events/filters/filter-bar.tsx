'use client'

import { useQuery } from '@tanstack/react-query'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useProviders } from '@/components/providers/providers-context'
import { runName } from '@/components/runs/run-words'
import { isFiltered, type ListFilters } from '@/lib/events/list-filters'
import { handlersOptions } from '@/lib/runs/query-options'
import { sourcesOptions } from '@/lib/sources/query-options'
import { ChoiceFilter } from './choice-filter'
import { FailureFilter } from './failure-filter'
import { StatusFilter } from './status-filter'
import { TimeFilter } from './time-filter'
import { TypeFilter } from './type-filter'
import { VerdictFilter } from './verdict-filter'

interface FilterBarProps {
  filters: ListFilters
  onChange: (part: Partial<ListFilters>) => void
  onClear: () => void
}

export function FilterBar({ filters, onChange, onClear }: FilterBarProps) {
  const providers = useProviders()
  const sources = useQuery({ ...sourcesOptions(), refetchInterval: false })
  const handlers = useQuery({ ...handlersOptions(), refetchInterval: false })
  const offered = (sources.data?.items ?? []).filter(
    (source) => !filters.provider || source.provider === filters.provider,
  )
  const typesOf = providers.filter((provider) => !filters.provider || provider.id === filters.provider)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways
    <div
      role="group"
      aria-label="Filters"
      className="-mx-3 flex items-center gap-1.5 overflow-x-auto px-3 py-0.5 [scrollbar-width:none] md:mx-0 md:flex-wrap md:px-0"
    >
      <TimeFilter from={filters.from} to={filters.to} onChange={onChange} />
      <ChoiceFilter
        name="Provider"
        chosen={filters.provider}
        options={providers.map(({ id, label }) => ({
          value: id,
          label,
          content: (
            <>
              <ProviderMark id={id} /> {label}
            </>
          ),
        }))}
        onChange={(provider) => onChange({ provider, source: null })}
      />
      <ChoiceFilter
        name="Source"
        chosen={filters.source}
        options={offered.map((source) => ({
          value: source.id,
          label: source.name,
          content: (
            <>
              <ProviderMark id={source.provider} /> <span className="truncate">{source.name}</span>
            </>
          ),
        }))}
        onChange={(source) => onChange({ source })}
      />
      <TypeFilter providers={typesOf} chosen={filters.type ?? []} onChange={(type) => onChange({ type })} />
      <VerdictFilter verdict={filters.verdict} rejected={filters.rejected} onChange={onChange} />
      <ChoiceFilter
        name="Handler"
        chosen={filters.handler}
        options={(handlers.data?.items ?? []).map((target) => ({
          value: target.key,
          label: target.title,
          content: <span className="truncate first-letter:uppercase">{runName(target)}</span>,
        }))}
        onChange={(handler) => onChange({ handler })}
      />
      <StatusFilter chosen={filters.status ?? []} onChange={(status) => onChange({ status })} />
      {filters.failure ? <FailureFilter id={filters.failure} onRemove={() => onChange({ failure: null })} /> : null}
      {isFiltered(filters) ? (
        <button
          type="button"
          onClick={onClear}
          className="h-7 shrink-0 whitespace-nowrap rounded-full px-2 font-medium text-accent text-xs hover:bg-hover pointer-coarse:h-9"
        >
          Clear all
        </button>
      ) : null}
    </div>
  )
}
