import type { Arrived } from '../finding-cause'
import type { Told } from '../told'
import { found, type Rule } from './account'

const MINUTE_MS = 60_000
/** Providers that tell times to the second cannot order what occurred within one. */
const APART_MS = 1000

/** Events that arrived after one that occurred at least a second later: one finding for all. */
export const outOfOrder: Rule = ({ told }) => {
  const overtaken = overtakenAmong(told.filter(saysSomething))
  if (overtaken.length === 0) return []
  return [found('out_of_order', lastArrival(overtaken), overtaken, { code: 'overtaken', ...described(overtaken) })]
}

/** Events that arrived long after they occurred: one finding for all. */
export const lateArrival: Rule = ({ told, settings: { lateAfterMinutes } }) => {
  const late = told.filter(saysSomething).filter((event) => delayMs(event) > lateAfterMinutes * MINUTE_MS)
  if (late.length === 0) return []
  const seconds = Math.max(...late.map(delayMs)) / 1000
  const providers = [...new Set(late.map(({ provider }) => provider))]
  const limitSeconds = lateAfterMinutes * 60
  const cause = { code: 'late', seconds, limitSeconds, providers, ...described(late) } as const
  return [found('late_arrival', lastArrival(late), late, cause)]
}

/** Events that were received more than once: one finding for all. */
export const repeatedDelivery: Rule = ({ told }) => {
  const repeated = told.filter(saysSomething).filter(({ deliveryCount }) => deliveryCount > 1)
  const [first] = repeated
  if (!first) return []
  const times = Math.max(...repeated.map(({ deliveryCount }) => deliveryCount))
  const cause = { code: 'repeated', times, ...described(repeated) } as const
  return [found('repeated_delivery', repeated.at(-1)?.at ?? first.at, repeated, cause)]
}

/** How an event arrived matters where it says something, not where it names the thing by the way. */
function saysSomething({ set, role }: Told): boolean {
  return set !== null || role === 'subject'
}

function overtakenAmong(told: readonly Told[]): Told[] {
  const overtaken: Told[] = []
  let earliest = Number.POSITIVE_INFINITY
  let next = told.length - 1
  for (let index = told.length - 1; index >= 0; index--) {
    const event = told[index]
    if (!event) continue
    for (let later = told[next]; later && later.at >= event.at + APART_MS; later = told[--next]) {
      earliest = Math.min(earliest, later.receivedAt)
    }
    if (earliest < event.receivedAt) overtaken.unshift(event)
  }
  return overtaken
}

function described(events: readonly Told[]): Arrived {
  return { events: events.length, types: [...new Set(events.map(({ type }) => type))] }
}

function delayMs({ at, receivedAt }: Told): number {
  return receivedAt - at
}

function lastArrival(events: readonly Told[]): number {
  return events.reduce((last, { receivedAt }) => Math.max(last, receivedAt), 0)
}
