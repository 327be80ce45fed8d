import { type ClassValue, clsx } from 'clsx'
import { createTailwindMerge } from 'tailwind-merge'
import { classGroups } from './class-groups'

const merge = createTailwindMerge(classGroups)

/** Class names joined, a later Tailwind class winning over an earlier one of the same property. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values))
}
