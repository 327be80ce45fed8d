import type { ReactNode } from 'react'
import { cn } from './class-names'

interface FieldProps {
  id: string
  label: string
  hint?: ReactNode
  error?: string | null
  className?: string
  children: ReactNode
}

/** A labelled control. The control carries `id` and, where there is a hint or an error, `aria-describedby={`${id}-note`}`. */
export function Field({ id, label, hint, error, className, children }: FieldProps) {
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="font-medium text-ink text-sm">
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-note`} role="alert" className="text-bad text-xs">
          {error}
        </p>
      ) : hint ? (
        <p id={`${id}-note`} className="text-ink-3 text-xs">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
