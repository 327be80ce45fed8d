import { Skeleton } from '@/components/ui/skeleton'
import { GRID } from './event-row'

const ROWS = Array.from({ length: 14 }, (_, index) => index)

/** The list's outline, row for row as high as the list itself. */
export function EventListSkeleton() {
  return (
    <div aria-hidden className="min-h-0 flex-1 overflow-hidden">
      <div className="h-8 border-b max-md:hidden" />
      {ROWS.map((row) => (
        <div key={row} style={{ opacity: 1 - row / ROWS.length }}>
          <div className={`${GRID} h-[37px] border-b max-md:hidden`}>
            <Skeleton className="h-3 w-16" />
            <Skeleton className="h-3 w-28" />
            <Skeleton className="h-3 w-36" />
            <Skeleton className="h-3 w-24" />
            <Skeleton className="h-4 w-20 rounded-full" />
          </div>
          <div className="flex h-15 items-center gap-3 border-b px-3 md:hidden">
            <Skeleton className="size-7 rounded-md" />
            <div className="flex-1 space-y-2">
              <Skeleton className="h-3 w-40" />
              <Skeleton className="h-2.5 w-28" />
            </div>
          </div>
        </div>
      ))}
    </div>
  )
}
