'use client'

import { CircleDashed, CircleSlash, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { SourceItem } from '@/lib/sources/schemas'

/** Whether a source takes deliveries, and whether it can check them. */
export function SourceState({ source }: { source: SourceItem }) {
  const t = useTranslations('sources.state')
  const pill =
    'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full border pr-2 pl-1.5 font-medium text-xs [&_svg]:size-3'
  if (!source.enabled) {
    return (
      <span className={`${pill} border-idle-line text-idle`}>
        <CircleSlash aria-hidden /> {t('disabled')}
      </span>
    )
  }
  if (!source.secrets.some((secret) => secret.readable)) {
    return (
      <span className={`${pill} border-wait-line border-dashed text-wait`}>
        <CircleDashed aria-hidden /> {t('noSecret')}
      </span>
    )
  }
  return (
    <span className={`${pill} border-transparent bg-good-soft text-good`}>
      <ShieldCheck aria-hidden /> {t('checking')}
    </span>
  )
}
