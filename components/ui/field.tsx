import { type AriaAttributes, cloneElement, type ReactElement, type ReactNode } from 'react'
import { cn } from './class-names'

interface FieldProps {
  id: string
  label: string
  hint?: ReactNode
  error?: string | null
  className?: string
  /** What stands beside the control, such as its button. */
  beside?: ReactNode
  children: ReactElement<AriaAttributes>
}

/** A labelled control, which carries `id`, and is described by the hint or by what is wrong with it. */
export function Field({ id, label, hint, error, className, beside, children }: FieldProps) {
  const note = error || hint ? `${id}-note` : undefined
  const control = cloneElement(children, { 'aria-invalid': error ? true : undefined, 'aria-describedby': note })
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="font-medium text-ink text-sm">
        {label}
      </label>
      {beside ? (
        <span className="flex gap-2">
          {control}
          {beside}
        </span>
      ) : (
        control
      )}
      {error ? (
        <p id={note} role="alert" className="text-bad text-xs">
          {error}
        </p>
      ) : hint ? (
        <p id={note} className="text-ink-3 text-xs">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
