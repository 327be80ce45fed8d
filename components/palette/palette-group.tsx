'use client'

import { CommandGroup, CommandItem } from '@/components/ui/command'
import { Kbd } from '@/components/ui/kbd'
import type { Option, OptionGroup } from './options'

/** Lines of one kind. */
export function PaletteGroup({ group, onOpen }: { group: OptionGroup; onOpen: (option: Option) => void }) {
  return (
    <CommandGroup heading={group.heading}>
      {group.options.map((option) => (
        <PaletteLine key={option.value} option={option} onOpen={onOpen} />
      ))}
    </CommandGroup>
  )
}

function PaletteLine({ option, onOpen }: { option: Option; onOpen: (option: Option) => void }) {
  const { value, label, icon: Icon, note, key } = option
  return (
    <CommandItem value={value} onSelect={() => onOpen(option)} className="gap-2.5 py-2 [&>svg:first-child]:hidden">
      <Icon className="size-4 shrink-0 text-ink-3" aria-hidden />
      <span className="min-w-0 flex-1 truncate font-medium">{label}</span>
      {note ? <span className="min-w-0 truncate text-ink-3 text-xs">{note}</span> : null}
      {key ? (
        <span aria-hidden className="flex gap-1">
          <Kbd>g</Kbd>
          <Kbd>{key}</Kbd>
        </span>
      ) : null}
    </CommandItem>
  )
}
