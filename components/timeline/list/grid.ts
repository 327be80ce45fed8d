import { cn } from '@/components/ui/class-names'
import type { Kind } from '@/lib/timeline/kinds'

/** Widths of the columns, shared by the head and the rows. Of a customer there is hardly ever a state to tell. */
export function gridOf(kind: Kind): string {
  return cn(
    'grid items-center gap-x-4 px-4 lg:px-6',
    kind === 'customer'
      ? 'grid-cols-[minmax(0,1.6fr)_4rem_minmax(0,1.2fr)_6rem_3.25rem] min-[1100px]:grid-cols-[minmax(9rem,1.4fr)_4.5rem_minmax(9rem,1.1fr)_minmax(9rem,1.2fr)_6.5rem_3.5rem_3.5rem]'
      : 'grid-cols-[minmax(0,1.2fr)_minmax(0,1.3fr)_minmax(0,1fr)_6rem_3.25rem] min-[1100px]:grid-cols-[minmax(9rem,1fr)_minmax(11rem,1.5fr)_minmax(9rem,1.1fr)_minmax(9rem,1fr)_6.5rem_3.5rem_3.5rem]',
  )
}
