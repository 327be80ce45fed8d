import { Skeleton } from '@/components/ui/skeleton'
import { USUAL_COLUMNS } from '@/lib/views/columns'
import { gridVariables, ROW_GRID } from './row-grid'

const ROWS = Array.from({ length: 14 }, (_, index) => index)

/** The list's outline, row for row as high as the list itself. */
export function EventListSkeleton() {
  return (
    <div aria-hidden className="@container min-h-0 flex-1 overflow-hidden" style={gridVariables(USUAL_COLUMNS)}>
      <div className="h-8 border-b max-md:hidden" />
      {ROWS.map((row) => (
        <div key={row} style={{ opacity: 1 - row / ROWS.length }}>
          <div className={`${ROW_GRID} h-[37px] border-b max-md:hidden`}>
            <Skeleton className="h-3 w-4" />
            <Skeleton className="h-3 w-16" />
            <Skeleton className="h-3 w-4 @min-[840px]:w-28" />
            <Skeleton className="h-3 w-36" />
            <Skeleton className="h-3 w-24" />
            <Skeleton className="h-4 w-4 rounded-full @min-[840px]:w-20" />
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
