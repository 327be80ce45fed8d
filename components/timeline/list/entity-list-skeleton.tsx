import { Skeleton } from '@/components/ui/skeleton'
import { gridOf } from './grid'

const ROWS = Array.from({ length: 14 }, (_, index) => index)

/** The list's outline, row for row as high as the list itself. */
export function EntityListSkeleton() {
  return (
    <div aria-hidden className="min-h-0 flex-1 overflow-hidden">
      <div className="h-8 border-b max-md:hidden" />
      {ROWS.map((row) => (
        <div key={row} style={{ opacity: 1 - row / ROWS.length }}>
          <div className={`${gridOf('order')} h-[41px] border-b max-md:hidden`}>
            <Skeleton className="h-3 w-24" />
            <Skeleton className="h-4 w-28 rounded-full" />
            <Skeleton className="h-4 w-20 rounded-full" />
            <Skeleton className="h-3 w-16" />
          </div>
          <div className="h-16 space-y-2 border-b px-3 pt-3.5 md:hidden">
            <Skeleton className="h-3 w-32" />
            <Skeleton className="h-2.5 w-48" />
          </div>
        </div>
      ))}
    </div>
  )
}
