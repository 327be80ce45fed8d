import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'

interface StepProps {
  icon?: LucideIcon
  sign?: ReactNode
  title: ReactNode
  at?: string
  /** Stands at the right of the title in place of the time. */
  action?: ReactNode
  isLast?: boolean
  id?: string
  children?: ReactNode
}

/** One thing that happened, on the vertical line of an event. */
export function Step({ icon: Icon, sign, title, at, action, isLast, id, children }: StepProps) {
  return (
    <li
      id={id}
      className={cn(
        'relative flex scroll-mt-4 gap-3',
        !isLast && 'pb-4 before:absolute before:top-6 before:bottom-0 before:left-[11.5px] before:w-px before:bg-line',
      )}
    >
      <span className="z-1 grid size-6 shrink-0 place-items-center rounded-full border bg-surface text-ink-3">
        {sign ?? (Icon ? <Icon className="size-3.5" aria-hidden /> : null)}
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <div
          className={cn(
            'flex flex-wrap justify-between gap-x-3 gap-y-1',
            action ? '-mt-1 min-h-7 items-center' : 'items-baseline',
          )}
        >
          <span className="min-w-0 font-medium">{title}</span>
          {action ?? (at ? <Time at={at} as="clock" className="text-ink-3 text-xs tabular-nums" /> : null)}
        </div>
        {children ? <div className="break-words text-ink-3 text-xs">{children}</div> : null}
      </div>
    </li>
  )
}
