'use client'

import { Check, Minus } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './class-names'

interface CheckboxProps extends Omit<ComponentProps<'button'>, 'type' | 'role'> {
  checked: boolean | 'indeterminate'
  onCheckedChange?: (checked: boolean) => void
}

/** A click on the sign itself would take it away, and a label around the checkbox would then click once more. */
const SIGN = 'pointer-events-none size-3'

export function Checkbox({ checked, onCheckedChange, onClick, onKeyDown, className, ...props }: CheckboxProps) {
  const isMixed = checked === 'indeterminate'
  return (
    // biome-ignore lint/a11y/useSemanticElements: the third state of an input cannot be rendered
    <button
      type="button"
      role="checkbox"
      aria-checked={isMixed ? 'mixed' : checked}
      onClick={(event) => {
        onClick?.(event)
        if (!event.defaultPrevented) onCheckedChange?.(checked !== true)
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event)
        // Enter is for the form around it.
        if (event.key === 'Enter') event.preventDefault()
      }}
      className={cn(
        'grid size-4 shrink-0 place-items-center rounded border border-line-strong bg-surface text-on-accent disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken aria-checked:border-accent aria-checked:bg-accent aria-[checked=mixed]:border-accent aria-[checked=mixed]:bg-accent',
        className,
      )}
      {...props}
    >
      {isMixed ? <Minus className={SIGN} strokeWidth={3} aria-hidden /> : null}
      {checked === true ? <Check className={SIGN} strokeWidth={3} aria-hidden /> : null}
    </button>
  )
}
