import type { EventItem } from '@/lib/events/schemas'

const HEAD = 8
const TAIL = -6

/** The id; where there is no room for the whole, its ends: ids that were made together begin alike. */
export function RowId({ item: { id } }: { item: EventItem }) {
  return (
    <span className="block whitespace-nowrap font-mono text-2xs text-ink-2" title={id}>
      <span aria-hidden className="@min-[1392px]:hidden">
        {id.slice(0, HEAD)}…{id.slice(TAIL)}
      </span>
      <span className="@max-[1392px]:sr-only">{id}</span>
    </span>
  )
}
