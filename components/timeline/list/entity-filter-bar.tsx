'use client'

import { useTranslations } from 'use-intl'
import { ChoiceFilter } from '@/components/filters/choice-filter'
import { TimeFilter } from '@/components/filters/time-filter'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useProviders } from '@/components/providers/providers-context'
import type { Kind } from '@/lib/timeline/kinds'
import type { EntityFilters } from '@/lib/timeline/list-filters'
import { FindingIcon } from '../finding-pill'
import { findingOptions, stateOptions } from './filter-options'
import { MultiFilter } from './multi-filter'

interface EntityFilterBarProps {
  kind: Kind
  filters: EntityFilters
  isFiltered: boolean
  onChange: (part: Partial<EntityFilters>) => void
  onClear: () => void
}

export function EntityFilterBar({ kind, filters, isFiltered, onChange, onClear }: EntityFilterBarProps) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const providers = useProviders()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways
    <div
      role="group"
      aria-label={t('filters.label')}
      className="-mx-3 flex items-center gap-1.5 overflow-x-auto px-3 py-0.5 [scrollbar-width:none] md:mx-0 md:flex-wrap md:px-0"
    >
      <TimeFilter from={filters.from} to={filters.to} onChange={onChange} />
      <MultiFilter
        name={t('filters.state')}
        chosen={filters.state ?? []}
        options={stateOptions(kind, words)}
        onChange={(state) => onChange({ state })}
      />
      <MultiFilter
        name={t('filters.finding')}
        chosen={filters.finding ?? []}
        options={findingOptions({ t, words }).map((option) => ({
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
        name={t('filters.provider')}
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
          {t('filters.clear')}
        </button>
      ) : null}
    </div>
  )
}
