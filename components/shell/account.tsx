'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ZoneSwitch } from '@/components/time/zone-switch'
import { Button } from '@/components/ui/button'
import { LocaleSwitch } from './locale-switch'
import { ThemeSwitch } from './theme-switch'
import { useViewer } from './viewer-context'

/** How times and colours are shown, in which language, who is signed in, and the way out. */
export function Account() {
  const t = useTranslations('shell')
  const viewer = useViewer()
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-1.5">
        <ZoneSwitch className="w-full" />
        <ThemeSwitch className="w-full" />
        <LocaleSwitch className="w-full" />
      </div>
      <div className="flex items-center gap-2 border-t pt-3">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium text-sm" title={viewer.email}>
            {viewer.name || viewer.email}
          </p>
          <p className="text-ink-3 text-xs first-letter:uppercase">{t(`roles.${viewer.role}`)}</p>
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('account.signOut')}
          title={t('account.signOut')}
          onClick={signOut}
        >
          <LogOut aria-hidden />
        </Button>
      </div>
    </div>
  )
}

/** Asked for by few, and heavy. */
async function signOut() {
  const auth = await import('next-auth/react')
  await auth.signOut({ callbackUrl: '/sign-in' })
}
