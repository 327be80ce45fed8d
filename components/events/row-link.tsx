'use client'

import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useEventTitle } from '@/components/providers/providers-context'
import { cn } from '@/components/ui/class-names'
import { problemWords } from '@/lib/events/problem-words'
import type { EventItem } from '@/lib/events/schemas'
import { itemHref } from './item-href'
import { usePrefetchItem } from './use-prefetch-item'

interface RowLinkProps {
  item: EventItem
  /** Says the type in words beside it where there is room. */
  withTitle?: boolean
}

/** The row's link; it covers the whole row, so that a row opens, or opens in a new tab, wherever it is clicked. */
export function RowLink({ item, withTitle }: RowLinkProps) {
  const t = useTranslations('events.row')
  const words = useTranslations('words')
  const title = useEventTitle(item.provider, item.type)
  const isRejected = item.kind === 'rejected'
  const type = item.type ?? t('unknownType')
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <Link
        href={itemHref(item)}
        prefetch={false}
        data-row={item.id}
        aria-label={[isRejected ? t('rejected') : null, type, item.subject?.label].filter(Boolean).join(' ')}
        className="flex min-w-0 items-center gap-1.5 outline-none after:absolute after:inset-0"
        {...usePrefetchItem(item)}
      >
        <span className={cn('truncate font-mono text-xs', isRejected ? 'text-ink-2' : 'font-medium text-ink')}>
          {type}
        </span>
        {item.problems.length > 0 ? (
          <span title={item.problems.map((problem) => problemWords(problem, words)).join('\n')} className="shrink-0">
            <TriangleAlert className="size-3.5 text-wait" aria-label={t('problem')} />
          </span>
        ) : null}
      </Link>
      {withTitle && title ? (
        <span className="hidden truncate text-ink-3 text-xs @min-[1292px]:inline">{title}</span>
      ) : null}
    </span>
  )
}
