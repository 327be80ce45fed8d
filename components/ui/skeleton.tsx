import { cn } from './class-names'

export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block animate-shimmer rounded bg-line', className)} />
}
