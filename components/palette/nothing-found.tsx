'use client'

import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'

/** Nobody knows what was typed: what can be, and where else to look. */
export function NothingFound({ query, href, onClose }: { query: string; href: string; onClose: () => void }) {
  const t = useTranslations('palette')
  return (
    <div className="flex gap-3 px-3 py-4 text-sm">
      <SearchX className="mt-0.5 size-4 shrink-0 text-ink-3" aria-hidden />
      <div className="min-w-0 space-y-1.5">
        <p className="font-medium">
          {t.rich('nothing.title', { query: () => <span className="break-all font-mono text-xs">{query}</span> })}
        </p>
        <p className="text-ink-2">{t('nothing.text')}</p>
        <p>
          <Link href={href} onClick={onClose} className="font-medium text-accent hover:underline">
            {t('nothing.search')}
          </Link>
        </p>
      </div>
    </div>
  )
}
