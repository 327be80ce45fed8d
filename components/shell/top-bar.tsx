'use client'

import { CircleX, Menu } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PaletteButton } from '@/components/palette/palette-button'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { PinnedViews } from '@/components/views/pinned-views'
import { Account } from './account'
import { Logo } from './logo'
import { Navigation } from './navigation'
import { useFailedCount } from './use-failed-count'

/** The narrow screen's head: the mark, and a menu that holds what the sidebar does. */
export function TopBar() {
  const [open, setOpen] = useState(false)
  const t = useTranslations('shell.navigation')
  const failed = useFailedCount()
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-surface px-3 md:hidden">
      <Logo className="size-6" />
      <span className="sr-only">Jejak</span>
      <PaletteButton className="min-w-0 flex-1" />
      {failed > 0 ? (
        <Link
          href="/failures"
          className="inline-flex h-8 shrink-0 items-center gap-1 rounded-full bg-bad-soft px-2.5 font-medium text-bad text-xs"
        >
          <CircleX className="size-3.5" aria-hidden /> {t('failed', { count: failed })}
        </Link>
      ) : null}
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={t('openMenu')}>
            <Menu className="size-5!" aria-hidden />
          </Button>
        </DialogTrigger>
        <DialogContent title={t('menu')} shape="panel">
          <div className="flex h-12 items-center gap-2 px-4">
            <Logo className="size-6" />
            <span className="font-semibold text-base tracking-tight">Jejak</span>
          </div>
          <div className="flex-1 overflow-y-auto p-3">
            <Navigation onNavigate={() => setOpen(false)} />
            <PinnedViews onNavigate={() => setOpen(false)} />
          </div>
          <div className="border-t p-4">
            <Account />
          </div>
        </DialogContent>
      </Dialog>
    </header>
  )
}
