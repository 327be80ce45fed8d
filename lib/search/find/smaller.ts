/** The size of the slice to read where one of `size` items took too long: bodies may be large, so soon it is a single item. */
export function smallerThan(size: number): number {
  return size > FEW ? FEW : 1
}

const FEW = 16

/** With less, in milliseconds, not even a small slice of a busy database is read. */
export const LEAST_MS = 100

/** What it may take, in milliseconds, to find the place after an item; longer, and it is not the item that is slow. */
export const PASS_MS = 1_000
