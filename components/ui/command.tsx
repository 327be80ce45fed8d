'use client'

import { Command as Base } from 'cmdk'
import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { cn } from './class-names'

export function Command({ className, ...props }: ComponentProps<typeof Base>) {
  return <Base className={cn('flex flex-col overflow-hidden', className)} {...props} />
}

export function CommandInput({ className, ...props }: ComponentProps<typeof Base.Input>) {
  return (
    <Base.Input
      className={cn(
        'h-9 w-full shrink-0 border-line border-b bg-transparent px-3 text-ink text-sm outline-none placeholder:text-ink-3 pointer-coarse:h-11',
        className,
      )}
      {...props}
    />
  )
}

export function CommandList({ className, ...props }: ComponentProps<typeof Base.List>) {
  return (
    <Base.List className={cn('scroll-quiet max-h-80 overflow-y-auto overscroll-contain p-1', className)} {...props} />
  )
}

export function CommandGroup({ className, ...props }: ComponentProps<typeof Base.Group>) {
  return (
    <Base.Group
      className={cn(
        '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-ink-3',
        className,
      )}
      {...props}
    />
  )
}

/** An entry with a tick where it is chosen. */
export function CommandItem({
  chosen,
  className,
  children,
  ...props
}: ComponentProps<typeof Base.Item> & { chosen?: boolean; children: ReactNode }) {
  const t = useTranslations('ui.command')
  return (
    <Base.Item
      className={cn(
        'flex cursor-pointer select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-hover pointer-coarse:py-2.5',
        className,
      )}
      {...props}
    >
      <Check className={cn('size-3.5 shrink-0 text-accent', !chosen && 'invisible')} aria-hidden />
      {children}
      {chosen ? <span className="sr-only">{t('chosen')}</span> : null}
    </Base.Item>
  )
}
