import type { RetryPolicy } from '@/lib/handlers/handler'

const SHORTEST_MS = 1_000

/** The longest wait, in milliseconds, before attempt 2, 3, …, up to the last automatic one. */
export function ceilings({ attempts, baseMs, factor, maxMs }: RetryPolicy): number[] {
  return Array.from({ length: Math.max(0, attempts - 1) }, (_, index) => Math.min(maxMs, baseMs * factor ** index))
}

/**
 * How long to wait after `tries` automatic attempts, in milliseconds; null where there is to be no further one. Full
 * jitter: anything up to the ceiling, so that what failed together does not come back together. `random` is in [0, 1).
 */
export function nextDelayMs(policy: RetryPolicy, tries: number, random: number): number | null {
  const ceiling = ceilings(policy)[tries - 1]
  return ceiling === undefined ? null : Math.max(SHORTEST_MS, Math.round(ceiling * random))
}
