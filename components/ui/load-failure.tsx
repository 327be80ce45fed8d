'use client'

import { CloudOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from './button'

/** Something could not be read: what went wrong in the server's words, and the way to try again. */
export function LoadFailure({ what, error, onRetry }: { what: string; error: Error; onRetry: () => void }) {
  const t = useTranslations('ui.loadFailure')
  return (
    <div className="flex flex-1 justify-center px-4 pt-[14vh] pb-6" role="alert">
      <div className="max-w-md text-center">
        <CloudOff className="mx-auto size-6 text-bad" aria-hidden />
        <h2 className="mt-3 font-semibold text-base">{t('title', { what })}</h2>
        <p className="mt-1 break-words text-ink-2">{error.message}</p>
        <Button className="mt-4" onClick={onRetry}>
          {t('retry')}
        </Button>
      </div>
    </div>
  )
}
