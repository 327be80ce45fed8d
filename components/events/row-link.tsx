'use client'

import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { EventItem } from '@/lib/events/schemas'

/** Where a row leads to. */
export function itemHref(item: EventItem): string {
  return item.kind === 'event' ? `/events/${item.id}` : `/deliveries/${item.id}`
}

/** The row's link; it covers the whole row, so that a row opens, or opens in a new tab, wherever it is clicked. */
export function RowLink({ item }: { item: EventItem }) {
  return (
    <Link
      href={itemHref(item)}
      prefetch={false}
      data-row={item.id}
      aria-label={[
        item.kind === 'rejected' ? 'Rejected delivery' : null,
        item.type ?? 'unknown type',
        item.subject?.label,
      ]
        .filter(Boolean)
        .join(' ')}
      className="flex min-w-0 items-center gap-1.5 outline-none after:absolute after:inset-0"
    >
      <span
        className={
          item.kind === 'rejected'
            ? 'truncate font-mono text-ink-2 text-xs'
            : 'truncate font-medium font-mono text-ink text-xs'
        }
      >
        {item.type ?? 'unknown type'}
      </span>
      {item.problems.length > 0 ? (
        <span title={item.problems.map((problem) => problem.message).join('\n')} className="shrink-0">
          <TriangleAlert className="size-3.5 text-wait" aria-label="Not as documented" />
        </span>
      ) : null}
    </Link>
  )
}
