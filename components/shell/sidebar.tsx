'use client'

import { useTranslations } from 'use-intl'
import { PaletteButton } from '@/components/palette/palette-button'
import { PinnedViews } from '@/components/views/pinned-views'
import { Account } from './account'
import { Logo } from './logo'
import { Navigation } from './navigation'
import { useGoTo } from './use-go-to'

export function Sidebar() {
  useGoTo()
  const t = useTranslations('shell')
  return (
    <aside aria-label={t('sidebar')} className="hidden w-52 shrink-0 flex-col border-r bg-canvas md:flex">
      <div className="flex h-13 items-center gap-2.5 px-4">
        <Logo className="size-6" />
        <span className="font-semibold text-base tracking-tight">Jejak</span>
      </div>
      <div className="px-3 pb-2">
        <PaletteButton />
      </div>
      <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-2 py-1">
        <Navigation />
        <PinnedViews />
      </div>
      <div className="p-3">
        <Account />
      </div>
    </aside>
  )
}
