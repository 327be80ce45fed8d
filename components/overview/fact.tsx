import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'

/** Something that is known of a source, as a link to what proves it. */
export function Fact({
  title,
  value,
  note,
  href,
  isBad,
}: {
  title: string
  value: ReactNode
  note: ReactNode
  href: string
  isBad?: boolean
}) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-3">{title}</dt>
      <dd className="mt-0.5">
        <Link href={href} className={cn('font-medium text-sm tabular-nums hover:underline', isBad && 'text-bad')}>
          {value}
        </Link>
        <span className="block text-ink-3">{note}</span>
      </dd>
    </div>
  )
}
