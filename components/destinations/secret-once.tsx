'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/ui/copy-button'

/** A signing secret, at the only moment when it is shown. */
export function SecretOnce({ secret }: { secret: string }) {
  const t = useTranslations('destinations.secret')
  return (
    <div className="rounded-lg border border-wait-line bg-wait-soft px-4 py-3.5">
      <p className="flex items-center gap-2 font-medium">
        <KeyRound className="size-4 text-wait" aria-hidden /> {t('once')}
      </p>
      <p className="mt-0.5 text-ink-2">{t('onceLead')}</p>
      <div className="mt-2.5 flex items-center gap-2 rounded-md border bg-surface py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 flex-1 break-all font-mono text-xs">{secret}</code>
        <CopyButton value={secret} what={t('what')} withWords />
      </div>
    </div>
  )
}
