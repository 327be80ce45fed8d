'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { SecretItem } from '@/lib/sources/schemas'

/** A secret by its last characters. */
export function SecretHint({ secret }: { secret: SecretItem }) {
  const t = useTranslations('sources.hint')
  return (
    <span className="flex items-center gap-1.5">
      <KeyRound className="size-3 shrink-0 text-ink-3" aria-hidden />
      <span className="font-mono">••••{secret.hint}</span>
      {secret.origin === 'environment' ? <span className="text-ink-3">{t('environment')}</span> : null}
      {secret.readable ? null : <span className="font-medium text-bad">{t('unreadable')}</span>}
    </span>
  )
}
