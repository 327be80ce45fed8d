import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({ extend: { classGroups: { 'font-size': [{ text: ['2xs'] }] } } })

/** Class names joined, a later Tailwind class winning over an earlier one of the same property. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values))
}
