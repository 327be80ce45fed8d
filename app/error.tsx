'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('shell.error')
  return (
    <main className="grid min-h-[60dvh] place-items-center p-6">
      <div className="max-w-sm text-center" role="alert">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <p className="mt-1.5 text-ink-2">
          {t('lead')}
          {error.digest ? (
            <span className="mt-2 block font-mono text-ink-3 text-xs">{t('reference', { digest: error.digest })}</span>
          ) : null}
        </p>
        <Button variant="primary" className="mt-5" onClick={reset}>
          {t('retry')}
        </Button>
      </div>
    </main>
  )
}
