import type { ReplayDetail } from '@/lib/replay/schemas'

type HeldTarget = ReplayDetail['held'][number]

/** Which sentence says why runs wait for a handler or destination. */
export function heldWords({ held, nextAttemptAt }: HeldTarget): 'paused' | 'disabled' | 'circuit' | 'probing' {
  return held === 'circuit' && nextAttemptAt === null ? 'probing' : held
}

/** The page on which a handler or destination is let go on. */
export function heldHref({ destinationId }: HeldTarget): string {
  return destinationId ? `/destinations/${destinationId}` : '/handlers'
}
