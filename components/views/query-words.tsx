'use client'

import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'

/** A query as it is typed, or words for the one that asks for nothing. */
export function QueryWords({ query, className }: { query: string; className?: string }) {
  const t = useTranslations('views.save')
  if (query.trim() === '') return <p className={cn('text-ink-2 text-xs', className)}>{t('everything')}</p>
  return (
    <p
      className={cn('line-clamp-3 break-words rounded-md bg-sunken px-2 py-1 font-mono text-ink-2 text-xs', className)}
    >
      {query}
    </p>
  )
}
