import type { Pool } from 'pg'
import { oneAtATime } from '@/lib/worker/one-at-a-time'
import { joinWaiting } from './join-waiting'

export interface Joiner {
  /** Joins what waits. Returns at once where that is under way: then it is looked once more before it ends. */
  join(): Promise<void>
  /** Ends after the batch that is under way; what is left waits for somebody else. */
  stop(): void
}

/** Joins what waits, once at a time in this process: more could only queue for the lock, each with a connection. */
export function createJoiner(pool: Pool): Joiner {
  const { ask, stop } = oneAtATime((signal) => joinWaiting(pool, signal))
  return { join: ask, stop }
}
