'use client'

import { RunIcon } from '@/components/runs/run-status'
import { STATUS_WORDS } from '@/components/runs/run-words'
import { Command, CommandItem, CommandList } from '@/components/ui/command'
import type { RunStatus } from '@/lib/runs/schemas'
import { RUN_STATUSES } from '@/lib/runs/statuses'
import { FilterPill } from './filter-pill'

/** What people look for first. */
const ORDER: readonly RunStatus[] = ['failed', 'retrying', 'queued', 'running', 'succeeded', 'cancelled']

interface StatusFilterProps {
  chosen: readonly RunStatus[]
  onChange: (statuses: RunStatus[] | null) => void
}

/** By what became of the work of handlers. */
export function StatusFilter({ chosen, onChange }: StatusFilterProps) {
  const toggle = (status: RunStatus) => {
    const next = RUN_STATUSES.filter((each) => (each === status ? !chosen.includes(each) : chosen.includes(each)))
    onChange(next.length > 0 ? next : null)
  }
  const value = chosen.length > 0 ? chosen.map((status) => STATUS_WORDS[status].label).join(', ') : null
  return (
    <FilterPill name="Status" value={value} onRemove={() => onChange(null)} className="w-48">
      <Command label="Status">
        <CommandList>
          {ORDER.map((status) => (
            <CommandItem key={status} value={status} chosen={chosen.includes(status)} onSelect={() => toggle(status)}>
              <RunIcon status={status} className="size-3.5 animate-none!" />
              {STATUS_WORDS[status].label}
            </CommandItem>
          ))}
        </CommandList>
      </Command>
    </FilterPill>
  )
}
