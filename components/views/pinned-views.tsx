'use client'

import { useQuery } from '@tanstack/react-query'
import { Bookmark } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { viewsOptions } from '@/lib/views/query-options'
import { isShown } from '@/lib/views/shown-view'
import { viewHref } from '@/lib/views/view-href'
import { rememberOpenedView } from './opened-view'

/** The pinned views, below the places of the sidebar. */
export function PinnedViews({ onNavigate }: { onNavigate?: () => void }) {
  const t = useTranslations('views.sidebar')
  const isList = usePathname() === '/events'
  const search = useSearchParams()
  const { data } = useQuery(viewsOptions())
  const pinned = data?.items.filter((view) => view.pinned) ?? []
  if (pinned.length === 0) return null
  const columns = search.get('columns')?.split(',') ?? null
  const shown = { q: search.get('q') ?? '', columns }
  return (
    <nav aria-label={t('label')} className="mt-3 border-t pt-3">
      <ul className="flex flex-col gap-0.5">
        {pinned.map((view) => {
          const isCurrent = isList && isShown(view, shown)
          return (
            <li key={view.id}>
              <Link
                href={viewHref(view)}
                onClick={() => {
                  rememberOpenedView(view.id)
                  onNavigate?.()
                }}
                prefetch={false}
                title={view.query || undefined}
                aria-current={isCurrent ? 'page' : undefined}
                className={cn(
                  'flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-2 text-sm hover:bg-hover hover:text-ink pointer-coarse:h-11',
                  isCurrent && 'bg-hover font-medium text-ink',
                )}
              >
                <Bookmark
                  className={cn('size-4 shrink-0', isCurrent ? 'fill-accent text-accent' : 'text-ink-3')}
                  aria-hidden
                />
                <span className="truncate">{view.name}</span>
                {view.isMine ? null : <span className="sr-only"> ({t('shared')})</span>}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
