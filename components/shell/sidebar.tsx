'use client'

import { Account } from './account'
import { Logo } from './logo'
import { Navigation } from './navigation'
import { useGoTo } from './use-go-to'

export function Sidebar() {
  useGoTo()
  return (
    <aside className="hidden w-52 shrink-0 flex-col border-r bg-canvas md:flex">
      <div className="flex h-13 items-center gap-2.5 px-4">
        <Logo className="size-6" />
        <span className="font-semibold text-base tracking-tight">Jejak</span>
      </div>
      <div className="flex-1 px-2 py-1">
        <Navigation />
      </div>
      <div className="p-3">
        <Account />
      </div>
    </aside>
  )
}
