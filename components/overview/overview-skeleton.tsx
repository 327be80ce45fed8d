'use client'

import { Skeleton } from '@/components/ui/skeleton'
import { useSpeech } from './speech'

/** The outline of the overview while it is loaded, as tall as what comes. */
export function OverviewSkeleton() {
  const { t } = useSpeech()
  return (
    <div role="status" aria-label={t('page.loading')}>
      <div className="mt-2 flex h-7 items-center">
        <Skeleton className="h-4 w-64" />
      </div>
      <div className="mt-3 grid gap-3 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <Box className="h-40 lg:order-last lg:h-auto" />
        <Box className="h-83 sm:h-79" />
      </div>
      <div className="mt-3 grid grid-cols-2 gap-3 lg:grid-cols-4">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Box key={key} className="h-20" />
        ))}
      </div>
      <div className="mt-6 grid gap-6 lg:grid-cols-2">
        <Box className="h-28" />
        <Box className="h-28" />
      </div>
    </div>
  )
}

function Box({ className }: { className: string }) {
  return (
    <div className={`rounded-lg border p-3.5 ${className}`}>
      <Skeleton className="h-3 w-32 max-w-full" />
      <Skeleton className="mt-2.5 h-3 w-48 max-w-full" />
    </div>
  )
}
