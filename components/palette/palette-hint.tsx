import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Kbd } from '@/components/ui/kbd'

/** The palette's last line: what its keys do. */
export function PaletteHint({ children }: { children: ReactNode }) {
  const t = useTranslations('palette')
  return (
    <div className="flex h-9 shrink-0 items-center gap-3 border-t bg-canvas px-4 text-ink-3 text-xs">
      <span className="min-w-0 flex-1 truncate">{children}</span>
      <span className="flex items-center gap-1 pointer-coarse:hidden">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> {t('hint.choose')}
      </span>
      <span className="flex items-center gap-1 pointer-coarse:hidden">
        <Kbd>↵</Kbd> {t('hint.open')}
      </span>
    </div>
  )
}
