import type { ComponentProps } from 'react'
import { cn } from './class-names'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return (
    <input
      className={cn(
        'h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink text-sm shadow-xs placeholder:text-ink-3 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-2 aria-invalid:border-bad pointer-coarse:h-10',
        className,
      )}
      {...props}
    />
  )
}
