'use client'

import { useTranslations } from 'use-intl'
import { Kbd } from '@/components/ui/kbd'

/** Stands below the last row. */
export function ListEnd() {
  const t = useTranslations('views.list')
  return (
    <p role="presentation" className="flex items-center justify-center gap-3 px-4 py-5 text-ink-3 text-xs">
      <span>{t('end')}</span>
      <span className="flex items-center gap-1 pointer-coarse:hidden">
        <Kbd>?</Kbd> {t('shortcuts')}
      </span>
    </p>
  )
}
