import { formatCount, formatSeconds } from '@/lib/events/format'
import type { Told } from '../told'
import { finding, listed, nameOf, type Rule } from './account'

const MINUTE_MS = 60_000
/** Providers that tell times to the second cannot order what occurred within one. */
const APART_MS = 1000

/** Events that arrived after one that occurred at least a second later: one finding for all. */
export const outOfOrder: Rule = ({ told }) => {
  const overtaken = overtakenAmong(told.filter(saysSomething))
  if (overtaken.length === 0) return []
  const text = `${described(overtaken)} arrived after what had occurred later. What is shown follows the time of occurrence, so nothing has to be done.`
  return [finding('out_of_order', lastArrival(overtaken), overtaken, text)]
}

/** Events that arrived long after they occurred: one finding for all. */
export const lateArrival: Rule = ({ told, settings: { lateAfterMinutes } }) => {
  const late = told.filter(saysSomething).filter((event) => delayMs(event) > lateAfterMinutes * MINUTE_MS)
  if (late.length === 0) return []
  const delay = formatSeconds(Math.max(...late.map(delayMs)) / 1000)
  const limit = formatSeconds(lateAfterMinutes * 60)
  const text = `${described(late)} arrived ${late.length > 1 ? 'up to ' : ''}${delay} after the event itself; more than ${limit} is late. Look whether this server could be reached at the time; if it could, ask ${listed([...new Set(late.map(({ provider }) => nameOf(provider)))])} what held it back.`
  return [finding('late_arrival', lastArrival(late), late, text)]
}

/** Events that were received more than once: one finding for all. */
export const repeatedDelivery: Rule = ({ told }) => {
  const repeated = told.filter(saysSomething).filter(({ deliveryCount }) => deliveryCount > 1)
  const [first] = repeated
  if (!first) return []
  const times = Math.max(...repeated.map(({ deliveryCount }) => deliveryCount))
  const text = `${described(repeated)} ${repeated.length > 1 ? 'were received more than once, at most' : 'was received'} ${formatCount(times, 'time')}. It counts once, so nothing has to be done.`
  return [finding('repeated_delivery', repeated.at(-1)?.at ?? first.at, repeated, text)]
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

function described(events: readonly Told[]): string {
  const types = [...new Set(events.map(({ type }) => `“${type}”`))]
  return events.length === 1 ? (types[0] ?? '') : `${formatCount(events.length, 'event')} (${listed(types)})`
}

function delayMs({ at, receivedAt }: Told): number {
  return receivedAt - at
}

function lastArrival(events: readonly Told[]): number {
  return events.reduce((last, { receivedAt }) => Math.max(last, receivedAt), 0)
}
