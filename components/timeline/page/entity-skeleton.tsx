import { Skeleton } from '@/components/ui/skeleton'

/** The outline of a thing's page. */
export function EntitySkeleton() {
  return (
    <div aria-hidden className="flex-1 overflow-hidden">
      <div className="border-b px-3 py-3 md:px-4 lg:px-6">
        <Skeleton className="h-3 w-14" />
        <div className="mt-3 flex gap-3">
          <Skeleton className="h-5 w-40" />
          <Skeleton className="h-5 w-24 rounded-full" />
        </div>
        <Skeleton className="mt-3 h-3 w-80 max-w-full" />
        <Skeleton className="mt-3 h-3 w-96 max-w-full" />
      </div>
      <div className="space-y-5 px-3 py-4 md:px-4 lg:px-6">
        <Skeleton className="h-36 rounded-lg" />
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_27rem]">
          <TimelineSkeleton />
          <Skeleton className="h-64 rounded-lg" />
        </div>
      </div>
    </div>
  )
}

export function TimelineSkeleton() {
  return (
    <div aria-hidden className="space-y-5">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="flex gap-3">
          <Skeleton className="size-6 shrink-0 rounded-md" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-4 w-48 max-w-full" />
            <Skeleton className="h-3 w-72 max-w-full" />
          </div>
        </div>
      ))}
    </div>
  )
}
