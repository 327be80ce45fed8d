'use client'

import { Clock, Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'

interface FilterPillProps {
  name: string
  /** What is chosen, in words; null where nothing is. */
  value: string | null
  /** Of a time window: said in place of its name where nothing is chosen, such as "Any time". */
  neutral?: string
  onRemove: () => void
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Somebody may open it next. */
  onReach?: () => void
  className?: string
  children: ReactNode
}

/** A facet: a dashed chip that opens its choices; once something is chosen, a solid one that says so and can be removed. */
export function FilterPill({
  name,
  value,
  neutral,
  onRemove,
  open,
  onOpenChange,
  onReach,
  className,
  children,
}: FilterPillProps) {
  const t = useTranslations('search.pill')
  const isActive = value !== null
  return (
    <span
      className={cn(
        'inline-flex h-7 shrink-0 items-center rounded-full border text-xs pointer-coarse:h-9',
        isActive ? 'border-line-strong bg-surface' : 'border-line-strong border-dashed text-ink-2',
      )}
    >
      {isActive ? (
        <button
          type="button"
          aria-label={t('remove', { name })}
          onClick={onRemove}
          className="grid h-full w-7 place-items-center rounded-l-full text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:w-9"
        >
          <X className="size-3" aria-hidden />
        </button>
      ) : null}
      <Popover open={open} onOpenChange={onOpenChange}>
        <PopoverTrigger
          onReach={onReach}
          className={cn(
            'flex h-full items-center gap-1.5 hover:bg-hover hover:text-ink data-[state=open]:bg-hover',
            isActive ? 'rounded-r-full border-l pr-3 pl-2' : 'rounded-full pr-3 pl-2',
          )}
        >
          {isActive ? null : neutral ? (
            <Clock className="size-3 text-ink-3" aria-hidden />
          ) : (
            <Plus className="size-3 text-ink-3" aria-hidden />
          )}
          <span className={cn(isActive && 'text-ink-2', !isActive && neutral && 'sr-only')}>{name}</span>
          {isActive || neutral ? (
            <span className={cn('max-w-52 truncate', isActive && 'font-medium text-accent')}>{value ?? neutral}</span>
          ) : null}
        </PopoverTrigger>
        <PopoverContent className={cn('w-64 p-0', className)}>{children}</PopoverContent>
      </Popover>
    </span>
  )
}
