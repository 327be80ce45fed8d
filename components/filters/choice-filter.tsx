'use client'

import { type ReactNode, useState } from 'react'
import { Command, CommandItem, CommandList } from '@/components/ui/command'
import { FilterPill } from './filter-pill'

interface ChoiceFilterProps {
  name: string
  chosen: string | null
  options: readonly { value: string; label: string; content?: ReactNode }[]
  onChange: (value: string | null) => void
}

/** One choice out of a list. */
export function ChoiceFilter({ name, chosen, options, onChange }: ChoiceFilterProps) {
  const [open, setOpen] = useState(false)
  const label = options.find((option) => option.value === chosen)?.label ?? chosen
  return (
    <FilterPill
      name={name}
      value={label}
      onRemove={() => onChange(null)}
      open={open}
      onOpenChange={setOpen}
      className="w-56"
    >
      <Command label={name}>
        <CommandList>
          {options.map((option) => (
            <CommandItem
              key={option.value}
              value={option.value}
              chosen={option.value === chosen}
              onSelect={() => {
                onChange(option.value === chosen ? null : option.value)
                setOpen(false)
              }}
            >
              {option.content ?? option.label}
            </CommandItem>
          ))}
        </CommandList>
      </Command>
    </FilterPill>
  )
}
