import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './class-names'

const TONES = {
  info: { icon: Info, box: 'border-line bg-sunken', ink: 'text-ink-3' },
  wait: { icon: TriangleAlert, box: 'border-wait-line/60 bg-wait-soft', ink: 'text-wait' },
  bad: { icon: CircleAlert, box: 'border-bad-line/60 bg-bad-soft', ink: 'text-bad' },
} as const

/** Something a person should know, said calmly. */
export function Notice({
  tone = 'info',
  title,
  children,
  className,
}: {
  tone?: keyof typeof TONES
  title: ReactNode
  children?: ReactNode
  className?: string
}) {
  const { icon: Icon, box, ink } = TONES[tone]
  return (
    <div className={cn('flex gap-2.5 rounded-lg border px-3 py-2.5 text-sm', box, className)}>
      <Icon className={cn('mt-0.5 size-4 shrink-0', ink)} aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-ink">{title}</p>
        {children ? <div className="mt-0.5 text-ink-2">{children}</div> : null}
      </div>
    </div>
  )
}
