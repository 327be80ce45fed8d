'use client'

import { useQuery } from '@tanstack/react-query'
import { Bookmark, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { later } from '@/components/ui/later'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { viewsOptions } from '@/lib/views/query-options'
import type { ViewItem } from '@/lib/views/schemas'
import { isShown, shownView } from '@/lib/views/shown-view'
import { useOpenedView } from './use-opened-view'

const EditViewDialog = later(() => import('./edit-view-dialog').then((module) => module.EditViewDialog))
const NewViewDialog = later(() => import('./new-view-dialog').then((module) => module.NewViewDialog))
const PresentView = later(() => import('./present-view').then((module) => module.PresentView))
const UpdateViewButton = later(() => import('./update-view-button').then((module) => module.UpdateViewButton))
const ViewList = later(() => import('./view-list').then((module) => module.ViewList))

/** Which saved view the list shows, all the others to go to, and the way to keep what it shows as one. */
export function SaveViewButton({ q, columns }: { q: string; columns: readonly string[] | null }) {
  const t = useTranslations('views')
  const views = useQuery(viewsOptions())
  const [isOpen, setIsOpen] = useState(false)
  const [dialog, setDialog] = useState<ViewItem | 'new' | null>(null)
  const shown = { q, columns }
  const present = views.data ? shownView(views.data.items, shown) : undefined
  const opened = useOpenedView(views.data?.items, shown)
  const isExact = present !== undefined && isShown(present, shown)

  function open(what: ViewItem | 'new') {
    setIsOpen(false)
    setDialog(what)
  }

  return (
    <>
      <Popover open={isOpen} onOpenChange={setIsOpen}>
        <PopoverTrigger asChild onReach={loadMenu}>
          <Button size="sm" className="min-w-0 shrink">
            <Bookmark aria-hidden className={isExact ? 'fill-accent text-accent' : undefined} />
            <span className="max-w-36 truncate max-sm:sr-only">
              {!present
                ? t('menu.open')
                : isExact
                  ? t('present.is', { name: present.name })
                  : t('present.changed', { name: present.name })}
            </span>
          </Button>
        </PopoverTrigger>
        <PopoverContent align="end" aria-label={t('menu.label')} className="w-72 p-1">
          {present ? <PresentView view={present} shown={shown} onEdit={() => open(present)} /> : null}
          {opened && !isExact && opened.id !== present?.id ? (
            <UpdateViewButton view={opened} shown={shown} onDone={() => setIsOpen(false)} />
          ) : null}
          {isExact ? null : (
            <Button variant="ghost" className="w-full justify-start px-2" onClick={() => open('new')}>
              <Plus aria-hidden /> {t('menu.saveThis')}
            </Button>
          )}
          <ViewList views={views} shown={shown} onEdit={open} onGo={() => setIsOpen(false)} />
        </PopoverContent>
      </Popover>
      {dialog === 'new' ? <NewViewDialog shown={shown} onClose={() => setDialog(null)} /> : null}
      {dialog !== null && dialog !== 'new' ? (
        <EditViewDialog view={dialog} shown={shown} onClose={() => setDialog(null)} />
      ) : null}
    </>
  )
}

function loadMenu() {
  PresentView.load()
  UpdateViewButton.load()
  ViewList.load()
}
