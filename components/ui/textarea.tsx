import type { ComponentProps } from 'react'
import { cn } from './class-names'

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cn(
        'w-full min-w-0 resize-y rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-ink text-sm shadow-xs placeholder:text-ink-3 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-2 aria-invalid:border-bad',
        className,
      )}
      {...props}
    />
  )
}
