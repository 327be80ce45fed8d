'use client'

import { LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { ZoneSwitch } from '@/components/time/zone-switch'
import { Button } from '@/components/ui/button'
import { ThemeSwitch } from './theme-switch'
import { useViewer } from './viewer-context'

/** How times and colours are shown, who is signed in, and the way out. */
export function Account() {
  const viewer = useViewer()
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-1.5">
        <ZoneSwitch className="w-full" />
        <ThemeSwitch className="w-full" />
      </div>
      <div className="flex items-center gap-2 border-t pt-3">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium text-sm" title={viewer.email}>
            {viewer.name || viewer.email}
          </p>
          <p className="text-ink-3 text-xs first-letter:uppercase">{viewer.role}</p>
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label="Sign out"
          title="Sign out"
          onClick={() => signOut({ callbackUrl: '/sign-in' })}
        >
          <LogOut aria-hidden />
        </Button>
      </div>
    </div>
  )
}
