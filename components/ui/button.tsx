import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names'

export const buttonStyle = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent not-aria-disabled:hover:bg-accent-hover',
        secondary: 'border border-line-strong bg-surface text-ink shadow-xs not-aria-disabled:hover:bg-hover',
        ghost: 'text-ink-2 not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink',
        danger: 'border border-bad-line bg-surface text-bad not-aria-disabled:hover:bg-bad-soft',
      },
      size: {
        sm: 'h-7 px-2 text-xs pointer-coarse:h-9',
        md: 'h-8 px-3 text-sm pointer-coarse:h-10',
        lg: 'h-9 px-4 text-sm pointer-coarse:h-11',
        icon: 'size-7 pointer-coarse:size-9',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonStyle> & { asChild?: boolean }

export function Button({ className, variant, size, asChild, type, ...props }: ButtonProps) {
  const Part = asChild ? Slot.Root : 'button'
  return (
    <Part
      type={asChild ? undefined : (type ?? 'button')}
      className={cn(buttonStyle({ variant, size }), className)}
      {...props}
    />
  )
}
