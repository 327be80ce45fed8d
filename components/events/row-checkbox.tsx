'use client'

import { Checkbox } from '@/components/ui/checkbox'
import type { EventItem } from '@/lib/events/schemas'
import type { Selection } from './use-selection'

/** Selects a row; with Shift, all rows up to the one before. */
export function RowCheckbox({ item, selection }: { item: EventItem; selection: Selection }) {
  const isRejected = item.kind === 'rejected'
  return (
    <span
      className="relative z-1 -m-2 grid place-items-center p-2"
      title={isRejected ? 'A rejected delivery cannot be replayed: nothing vouches for it' : undefined}
    >
      <Checkbox
        aria-label={`Select ${item.type ?? 'unknown type'}${item.subject ? ` ${item.subject.label}` : ''}`}
        data-of-row={item.id}
        disabled={isRejected}
        checked={!isRejected && selection.isSelected(item.id)}
        onClick={(event) => {
          event.preventDefault()
          selection.toggle(item.id, event.shiftKey)
        }}
      />
    </span>
  )
}

/** Selects all rows that are loaded, or none. */
export function LoadedCheckbox({ selection }: { selection: Selection }) {
  const { ids, isAll, hasAllLoaded, toggleLoaded } = selection
  return (
    <Checkbox
      aria-label="Select the events loaded so far"
      checked={isAll || hasAllLoaded ? true : ids.size > 0 ? 'indeterminate' : false}
      onCheckedChange={toggleLoaded}
    />
  )
}
