'use client'

import { Command, CommandGroup, CommandItem, CommandList } from '@/components/ui/command'
import { type ListFilters, VERDICT_NAMES } from '@/lib/events/list-filters'
import type { VerdictName } from '@/lib/events/schemas'
import { VERDICT_MEANING } from '@/lib/events/verdict-words'
import { VerdictIcon } from '../verdict-pill'
import { FilterPill } from './filter-pill'

interface VerdictFilterProps {
  verdict: ListFilters['verdict']
  rejected: ListFilters['rejected']
  onChange: (part: Pick<ListFilters, 'verdict' | 'rejected'>) => void
}

export function VerdictFilter({ verdict, rejected, onChange }: VerdictFilterProps) {
  const chosen = verdict ?? []
  const isHiding = rejected === 'exclude' && chosen.length === 0
  const toggle = (name: VerdictName) => {
    const next = VERDICT_NAMES.filter((each) => (each === name ? !chosen.includes(each) : chosen.includes(each)))
    onChange({ verdict: next.length > 0 ? next : null, rejected: null })
  }
  const value = isHiding
    ? 'without rejected'
    : chosen.length > 0
      ? chosen.map((name) => VERDICT_MEANING[name].label).join(', ')
      : null
  return (
    <FilterPill name="Verdict" value={value} onRemove={() => onChange({ verdict: null, rejected: null })}>
      <Command label="Verdict">
        <CommandList>
          {VERDICT_NAMES.map((name) => (
            <CommandItem key={name} value={name} chosen={chosen.includes(name)} onSelect={() => toggle(name)}>
              <VerdictIcon verdict={name} className="size-3.5" />
              {VERDICT_MEANING[name].label}
            </CommandItem>
          ))}
          <CommandGroup heading="In place">
            <CommandItem
              value="hide rejected"
              chosen={isHiding}
              onSelect={() => onChange({ verdict: null, rejected: isHiding ? null : 'exclude' })}
            >
              Hide rejected deliveries
            </CommandItem>
          </CommandGroup>
        </CommandList>
      </Command>
    </FilterPill>
  )
}
