import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './class-names'

/** Something in a line that unfolds to the whole of it. */
export function Disclosure({
  summary,
  open,
  className,
  children,
}: {
  summary: ReactNode
  open?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <details open={open} className={cn('group/fold', className)}>
      <summary className="-ml-1 inline-flex cursor-pointer select-none list-none items-center gap-1 rounded py-0.5 pr-1.5 pl-0.5 text-ink-2 text-xs hover:bg-hover hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="size-3.5 shrink-0 text-ink-3 transition-transform group-open/fold:rotate-90"
          aria-hidden
        />
        {summary}
      </summary>
      {children}
    </details>
  )
}
