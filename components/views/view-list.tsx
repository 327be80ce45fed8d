'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { Pencil, Pin } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { cn } from '@/components/ui/class-names'
import { RowsSkeleton } from '@/components/ui/rows-skeleton'
import type { ViewItem, ViewList as Views } from '@/lib/views/schemas'
import { isShown, type Shown } from '@/lib/views/shown-view'
import { viewHref } from '@/lib/views/view-href'
import { rememberOpenedView } from './opened-view'

interface ViewListProps {
  views: UseQueryResult<Views>
  shown: Shown
  onEdit: (view: ViewItem) => void
  onGo: () => void
}

/** Every view that the person sees: their own, then the shared ones. */
export function ViewList({ views, shown, onEdit, onGo }: ViewListProps) {
  const t = useTranslations('views.menu')
  if (views.isPending) return <RowsSkeleton rows={3} />
  if (!views.data) {
    return <p className="px-2 py-2 text-bad text-xs">{t('failed', { reason: views.error?.message ?? '' })}</p>
  }
  const { items } = views.data
  if (items.length === 0) return <p className="px-2 py-2 text-ink-3 text-xs">{t('none')}</p>
  const groups = [
    { title: t('mine'), items: items.filter(({ isMine }) => isMine) },
    { title: t('shared'), items: items.filter(({ isMine }) => !isMine) },
  ]
  return groups
    .filter((group) => group.items.length > 0)
    .map((group) => (
      <section key={group.title} aria-label={group.title} className="mt-1">
        <h3 className="px-2 py-1 text-2xs text-ink-3">{group.title}</h3>
        <ul>
          {group.items.map((view) => (
            <Entry key={view.id} view={view} isPresent={isShown(view, shown)} onEdit={() => onEdit(view)} onGo={onGo} />
          ))}
        </ul>
      </section>
    ))
}

interface EntryProps {
  view: ViewItem
  isPresent: boolean
  onEdit: () => void
  onGo: () => void
}

function Entry({ view, isPresent, onEdit, onGo }: EntryProps) {
  const t = useTranslations('views.menu')
  const { allowed } = usePermission('operator')
  return (
    <li className="flex items-center gap-1 rounded-md hover:bg-hover">
      <Link
        href={viewHref(view)}
        onClick={() => {
          rememberOpenedView(view.id)
          onGo()
        }}
        title={view.query}
        aria-current={isPresent ? 'page' : undefined}
        className={cn('flex min-w-0 flex-1 items-center gap-1.5 px-2 py-1.5 text-sm', isPresent && 'font-medium')}
      >
        <span className="truncate">{view.name}</span>
        {view.pinned ? <Pin className="size-3 shrink-0 text-ink-3" aria-label={t('pinned')} /> : null}
        {view.isMine && view.shared ? <span className="shrink-0 text-2xs text-ink-3">{t('sharedByMe')}</span> : null}
        {view.isMine ? null : (
          <span className="min-w-0 shrink-[2] truncate text-2xs text-ink-3">{t('by', { owner: view.owner })}</span>
        )}
      </Link>
      {view.isMine || allowed ? (
        <button
          type="button"
          aria-label={t('edit', { name: view.name })}
          onClick={onEdit}
          className="mr-1 grid size-7 shrink-0 place-items-center rounded-md text-ink-3 hover:text-ink"
        >
          <Pencil className="size-3.5" aria-hidden />
        </button>
      ) : null}
    </li>
  )
}
