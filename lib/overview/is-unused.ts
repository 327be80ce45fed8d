import type { Overview } from './schemas'

/** Whether nothing ever came, not even to a wrong address. */
export function isUnused({ sources, refusals }: Overview): boolean {
  return refusals.count === 0 && sources.every(({ lastReceivedAt }) => lastReceivedAt === null)
}
