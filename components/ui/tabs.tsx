'use client'

import { Tabs as Base } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names'

export const Tabs = Base.Root
export const TabsContent = Base.Content

export function TabsList({ className, ...props }: ComponentProps<typeof Base.List>) {
  return <Base.List className={cn('flex gap-4 border-line border-b', className)} {...props} />
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Base.Trigger>) {
  return (
    <Base.Trigger
      className={cn(
        '-mb-px flex h-9 items-center gap-1.5 border-transparent border-b-2 font-medium text-ink-2 text-sm hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink',
        className,
      )}
      {...props}
    />
  )
}
