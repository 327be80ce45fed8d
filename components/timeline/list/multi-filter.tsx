'use client'

import type { ReactNode } from 'react'
import { FilterPill } from '@/components/filters/filter-pill'
import { Command, CommandItem, CommandList } from '@/components/ui/command'

interface MultiFilterProps<Value extends string> {
  name: string
  chosen: readonly Value[]
  options: readonly { value: Value; label: string; content?: ReactNode }[]
  onChange: (values: Value[] | null) => void
}

/** Any number out of a list; what is chosen is one or the other of them. */
export function MultiFilter<Value extends string>({ name, chosen, options, onChange }: MultiFilterProps<Value>) {
  const toggle = (value: Value) => {
    const next = options.map((option) => option.value).filter((each) => chosen.includes(each) !== (each === value))
    onChange(next.length > 0 ? next : null)
  }
  const words = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value)
  return (
    <FilterPill
      name={name}
      value={words.length > 0 ? words.join(', ') : null}
      onRemove={() => onChange(null)}
      className="w-56"
    >
      <Command label={name}>
        <CommandList>
          {options.map(({ value, label, content }) => (
            <CommandItem key={value} value={value} chosen={chosen.includes(value)} onSelect={() => toggle(value)}>
              {content ?? label}
            </CommandItem>
          ))}
        </CommandList>
      </Command>
    </FilterPill>
  )
}
