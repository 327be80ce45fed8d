import { createHash } from 'node:crypto'

const EARLIEST = Date.UTC(2000, 0, 1)
const DAY_MS = 86_400_000

/**
 * When an event stands in a timeline, in milliseconds: when it occurred, as the provider says; when it was received where that
 * is unknown, before 2000 or more than a day after the receipt.
 */
export function timeOf({ occurredAt, receivedAt }: { occurredAt: Date | null; receivedAt: Date }): number {
  const [occurred, received] = [occurredAt?.getTime(), receivedAt.getTime()]
  return occurred !== undefined && occurred >= EARLIEST && occurred <= received + DAY_MS ? occurred : received
}

/** A signed 64-bit number in decimal that is the same for an event whenever it arrives: it orders what nothing else does. */
export function tieOf(sourceId: string, dedupeKey: string): string {
  return createHash('sha256').update(sourceId).update('\n').update(dedupeKey).digest().readBigInt64BE(0).toString()
}
