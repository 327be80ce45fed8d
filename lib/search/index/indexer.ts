import type { Pool } from 'pg'
import { idFloor } from '@/lib/db/id-time'
import { type OneAtATime, oneAtATime } from '@/lib/worker/one-at-a-time'
import { indexWaiting } from './index-waiting'

/** A rejected delivery is visible so long after its id was made, with room for clocks that differ. */
const LATE_MS = 60_000
/** So often all rejected deliveries are looked through, beside when a worker starts, however late one became visible. */
const LOOK_THROUGH_MS = 10 * 60_000

/** Indexes what waits, once at a time in this process. */
export function createIndexer(pool: Pool): OneAtATime {
  let lookedThroughAt = 0
  let floor: string | null = null
  return oneAtATime(async (signal) => {
    const now = Date.now()
    const isDue = now - lookedThroughAt > LOOK_THROUGH_MS
    await indexWaiting(pool, signal, isDue ? null : floor)
    if (signal.aborted) return
    if (isDue) lookedThroughAt = now
    floor = idFloor(new Date(now - LATE_MS))
  })
}
