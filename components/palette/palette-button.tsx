'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useIsInteractive } from '@/components/shell/use-is-interactive'
import { cn } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'
import { usePalette } from './palette'

/** Opens the palette, and says which keys do. */
export function PaletteButton({ className }: { className?: string }) {
  const t = useTranslations('palette')
  const { open, prepare } = usePalette()
  const isApple = useIsInteractive() && /Mac|iP(hone|ad|od)/.test(navigator.platform)
  return (
    <button
      type="button"
      onClick={open}
      onPointerEnter={prepare}
      onFocus={prepare}
      aria-keyshortcuts="Meta+K Control+K"
      className={cn(
        'flex h-8 w-full items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2 text-ink-3 text-sm shadow-xs hover:bg-hover hover:text-ink-2 pointer-coarse:h-9',
        className,
      )}
    >
      <Search className="size-3.5 shrink-0 md:hidden" aria-hidden />
      <span className="min-w-0 flex-1 truncate text-left md:text-xs md:tracking-tight">{t('button')}</span>
      <span aria-hidden className="shrink-0">
        <Kbd>{isApple ? '⌘K' : 'Ctrl K'}</Kbd>
      </span>
    </button>
  )
}
