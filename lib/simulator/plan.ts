import type { Announcement, Happening } from '@/lib/providers/happening'
import type { Provider } from '@/lib/providers/provider'
import { breakBody } from './break-body'
import type { PlannedDelivery, Shares } from './planned-delivery'
import type { Random } from './random'

/** A delivery that has no place in the run yet. `sendAt` is in simulated time, in milliseconds since 1970. */
export interface Draft extends Omit<PlannedDelivery, 'body' | 'sendAfterMs'> {
  body: string
  sendAt: number
}

const HOUR_MS = 3_600_000
const AFTER_SUCCESSOR_MS = 1000

/**
 * Plans the deliveries by which a provider tells of one thread of happenings after the other, with these shares of
 * repeats, forgeries and the like. Nothing is lost: whatever else is sent, each announcement comes once, in time, late or
 * out of order. A share of single events that cannot be out of order is made up for by the next that can.
 */
export function createPlanner(provider: Provider, shares: Shares, random: Random) {
  let owed = 0

  function timed(announcement: Announcement, at: number, successorAt: number | undefined): Draft {
    const draft = inTime(provider, announcement, at)
    if (random.chance(shares.outOfOrder)) owed++
    if (random.chance(shares.late)) {
      return { ...draft, kind: 'late', sendAt: at + random.int(HOUR_MS, 36 * HOUR_MS) }
    }
    if (owed === 0 || successorAt === undefined) return draft
    owed--
    return { ...draft, kind: 'out_of_order', sendAt: successorAt + AFTER_SUCCESSOR_MS }
  }

  return function plan(thread: readonly Happening[]): Draft[] {
    const told = thread.flatMap((happening) =>
      provider.announce(happening).map((announcement) => ({ announcement, at: happening.at.getTime() })),
    )
    const drafts: Draft[] = []
    let overtaken = false
    for (const [index, { announcement, at }] of told.entries()) {
      // What has just been overtaken must come in time itself, or nothing would be out of order.
      const genuine: Draft = overtaken
        ? inTime(provider, announcement, at)
        : timed(announcement, at, told[index + 1]?.at)
      overtaken = genuine.kind === 'out_of_order'
      drafts.push(genuine)
      if (random.chance(shares.repeats)) drafts.push(repeat(provider, genuine, random))
      if (random.chance(shares.badSignatures)) drafts.push(forge(genuine, random))
      if (random.chance(shares.broken)) drafts.push({ ...genuine, kind: 'broken', ...breakBody(announcement, random) })
    }
    return drafts
  }
}

function inTime(provider: Provider, announcement: Announcement, at: number): Draft {
  return { providerId: provider.id, ...announcement, kind: 'fresh', sendAt: at }
}

/** As though our answer had been lost: the provider sends again when its schedule says so. */
function repeat(provider: Provider, genuine: Draft, random: Random): Draft {
  const [, ...waits] = provider.limits.retryScheduleSeconds
  const attempts = random.int(1, Math.max(1, Math.min(3, waits.length)))
  const delaySeconds = waits.slice(0, attempts).reduce((sum, wait) => sum + wait, 0)
  return { ...genuine, kind: 'repeat', sendAt: genuine.sendAt + Math.max(1, delaySeconds) * 1000 }
}

/** The same bytes and id without the provider's secret, in half of the cases before the genuine delivery. */
function forge(genuine: Draft, random: Random): Draft {
  const sendAt = genuine.sendAt + (random.chance(0.5) ? -1 : 1)
  return { ...genuine, kind: 'bad_signature', flaw: random.chance(0.7) ? 'wrong_secret' : 'no_signature', sendAt }
}
