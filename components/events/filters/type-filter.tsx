'use client'

import { useState } from 'react'
import type { ProviderInfo } from '@/components/providers/provider-info'
import { Command, CommandGroup, CommandInput, CommandItem, CommandList } from '@/components/ui/command'
import { FilterPill } from './filter-pill'

const PATTERN = /^[\w.*:/-]{1,100}$/

interface TypeFilterProps {
  providers: readonly ProviderInfo[]
  chosen: readonly string[]
  onChange: (types: string[] | null) => void
}

/** Event types: single ones, whole families (`order.*`), or anything that is typed. */
export function TypeFilter({ providers, chosen, onChange }: TypeFilterProps) {
  const [typed, setTyped] = useState('')
  const free = typed.trim()
  const known = new Set(providers.flatMap((provider) => provider.eventTypes.map((entry) => entry.type)))
  const toggle = (type: string) => {
    const next = chosen.includes(type) ? chosen.filter((each) => each !== type) : [...chosen, type]
    onChange(next.length > 0 ? next : null)
  }
  const value =
    chosen.length === 0 ? null : chosen.length <= 2 ? chosen.join(', ') : `${chosen[0]} and ${chosen.length - 1} more`
  return (
    <FilterPill name="Event type" value={value} onRemove={() => onChange(null)} className="w-80">
      <Command label="Event type">
        <CommandInput
          placeholder="Type or choose: order.*"
          aria-label="Event type"
          value={typed}
          onValueChange={setTyped}
        />
        <CommandList>
          {free !== '' && PATTERN.test(free) && !known.has(free) ? (
            <CommandItem
              value={`free ${free}`}
              keywords={[free]}
              chosen={chosen.includes(free)}
              onSelect={() => toggle(free)}
            >
              <span className="text-ink-2">Exactly</span> <span className="truncate font-mono text-xs">{free}</span>
            </CommandItem>
          ) : null}
          <CommandGroup heading="Families">
            {familiesOf(known).map((family) => (
              <CommandItem key={family} value={family} chosen={chosen.includes(family)} onSelect={() => toggle(family)}>
                <span className="font-mono text-xs">{family}</span>
              </CommandItem>
            ))}
          </CommandGroup>
          {providers.map((provider) => (
            <CommandGroup key={provider.id} heading={provider.label}>
              {provider.eventTypes.map(({ type, title }) => (
                <CommandItem
                  key={type}
                  value={`${provider.id} ${type}`}
                  keywords={[title]}
                  chosen={chosen.includes(type)}
                  onSelect={() => toggle(type)}
                >
                  <span className="truncate font-mono text-xs">{type}</span>
                  <span className="ml-auto truncate pl-2 text-ink-3 text-xs">{title}</span>
                </CommandItem>
              ))}
            </CommandGroup>
          ))}
        </CommandList>
      </Command>
    </FilterPill>
  )
}

/** `order.*` and the like, for every first word that more than one type shares. */
function familiesOf(types: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>()
  for (const type of types) {
    const [head, rest] = type.split('.', 2)
    if (head && rest) counts.set(head, (counts.get(head) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 1).map(([head]) => `${head}.*`)
}
