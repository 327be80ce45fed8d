import { Skeleton } from './skeleton'

/** The outline of a bordered list while it is loaded. */
export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-hidden className="divide-y rounded-lg border">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="space-y-2 px-4 py-4">
          <Skeleton className="h-4 w-48 max-w-full" />
          <Skeleton className="h-3 w-80 max-w-full" />
        </div>
      ))}
    </div>
  )
}
