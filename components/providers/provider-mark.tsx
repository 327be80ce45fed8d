'use client'

import type { CSSProperties } from 'react'
import { cn } from '@/components/ui/class-names'
import { useProvider } from './providers-context'

const UNKNOWN_HUE = 265

/** Two letters on a tile of the provider's hue. Decoration: the name stands beside it or in `title`. */
export function ProviderMark({ id, className }: { id: string; className?: string }) {
  const provider = useProvider(id)
  const style = { '--hue': provider?.mark.hue ?? UNKNOWN_HUE } as CSSProperties
  return (
    <span
      aria-hidden
      title={provider?.label ?? id}
      style={style}
      className={cn(
        'mark-tile grid size-5 shrink-0 select-none place-items-center rounded-[5px] font-semibold text-[9.5px] leading-none tracking-tight',
        className,
      )}
    >
      {provider?.mark.letters ?? id.slice(0, 2).toUpperCase()}
    </span>
  )
}
