'use client'

import { Button, type ButtonProps } from './button'
import { Tooltip } from './tooltip'

/** A button that stays focusable while it may not be used, and then says why. */
export function ActionButton({ why, onClick, ...props }: ButtonProps & { why: string | undefined }) {
  const button = (
    <Button
      {...props}
      aria-disabled={why !== undefined || props['aria-disabled']}
      onClick={(event) => {
        if (why !== undefined || props['aria-disabled']) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
  return why ? <Tooltip words={why}>{button}</Tooltip> : button
}
