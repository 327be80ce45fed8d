'use client'

import { ChoiceFilter } from '@/components/events/filters/choice-filter'
import { TimeFilter } from '@/components/events/filters/time-filter'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useProviders } from '@/components/providers/providers-context'
import type { Kind } from '@/lib/timeline/kinds'
import type { EntityFilters } from '@/lib/timeline/list-filters'
import { FindingIcon } from '../finding-pill'
import { FINDING_OPTIONS, stateOptions } from './filter-options'
import { MultiFilter } from './multi-filter'

interface EntityFilterBarProps {
  kind: Kind
  filters: EntityFilters
  isFiltered: boolean
  onChange: (part: Partial<EntityFilters>) => void
  onClear: () => void
}

export function EntityFilterBar({ kind, filters, isFiltered, onChange, onClear }: EntityFilterBarProps) {
  const providers = useProviders()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways
    <div
      role="group"
      aria-label="Filters"
      className="-mx-3 flex items-center gap-1.5 overflow-x-auto px-3 py-0.5 [scrollbar-width:none] md:mx-0 md:flex-wrap md:px-0"
    >
      <TimeFilter from={filters.from} to={filters.to} onChange={onChange} />
      <MultiFilter
        name="State"
        chosen={filters.state ?? []}
        options={stateOptions(kind)}
        onChange={(state) => onChange({ state })}
      />
      <MultiFilter
        name="Finding"
        chosen={filters.finding ?? []}
        options={FINDING_OPTIONS.map((option) => ({
          ...option,
          content: (
            <>
              <FindingIcon severity={option.severity} /> {option.label}
            </>
          ),
        }))}
        onChange={(finding) => onChange({ finding })}
      />
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
        onChange={(provider) => onChange({ provider })}
      />
      {isFiltered ? (
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
