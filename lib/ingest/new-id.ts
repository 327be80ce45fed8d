import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const pool = new Uint8Array(16 * 512)
let used = pool.length
let sequence = 0

/**
 * A UUIDv7 of now; those of one process sort as they were made. Randomness is drawn 512 ids at a time, because each
 * draw is a call into the system's generator that costs more than the id.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, used + 16)
  used += 16
  sequence = (sequence + 1) & 0x7fffffff
  return v7({ msecs: Date.now(), seq: sequence, random })
}
