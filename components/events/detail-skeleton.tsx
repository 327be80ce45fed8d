import { Skeleton } from '@/components/ui/skeleton'

export function DetailSkeleton() {
  return (
    <div aria-hidden className="flex-1 overflow-hidden">
      <div className="border-b px-3 py-3 md:px-4 lg:px-6">
        <Skeleton className="h-3 w-14" />
        <Skeleton className="mt-3 h-5 w-64 max-w-full" />
        <Skeleton className="mt-3 h-3 w-80 max-w-full" />
      </div>
      <div className="grid gap-6 px-3 py-4 md:px-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:px-6 xl:grid-cols-[minmax(0,1fr)_27rem]">
        <Skeleton className="h-72 rounded-lg" />
        <Skeleton className="h-48 rounded-lg" />
      </div>
    </div>
  )
}
