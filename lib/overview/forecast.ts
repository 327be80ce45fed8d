import type { Provider } from '@/lib/providers/provider'
import type { RetryForecast } from './schemas'

/** A delivery that was refused, by the dedupe key of the event that it would have announced. */
export interface RefusedDelivery {
  dedupeKey: string
  receivedAt: Date
}

/** No sender is on time to the second, and a long wait is spread more widely than a short one. */
const GRACE_MS = 2 * 60_000
const GRACE_SHARE = 0.5

/**
 * When what was refused should come again, by the provider's documented schedule. Deliveries with one key are attempts of
 * one event; those in `accepted` have come since and are left out. An attempt that never reached us is not known of, so
 * there may be fewer left than it says.
 */
export function forecastRetries(
  refused: readonly RefusedDelivery[],
  accepted: ReadonlySet<string>,
  limits: Provider['limits'],
  now: Date,
): RetryForecast {
  const forecast: RetryForecast = { expected: 0, nextAt: null, fewestLeft: null, givenUp: 0, overdue: 0 }
  let nextMs = Number.POSITIVE_INFINITY
  let fewest = Number.POSITIVE_INFINITY
  for (const [key, { made, lastMs }] of attemptsByKey(refused)) {
    if (accepted.has(key)) continue
    const waitSeconds = made < limits.attempts ? limits.retryScheduleSeconds[made] : undefined
    if (waitSeconds === undefined) {
      forecast.givenUp += 1
      continue
    }
    const dueMs = lastMs + waitSeconds * 1000
    if (dueMs + GRACE_MS + waitSeconds * 1000 * GRACE_SHARE < now.getTime()) {
      forecast.overdue += 1
      continue
    }
    forecast.expected += 1
    nextMs = Math.min(nextMs, dueMs)
    fewest = Math.min(fewest, limits.attempts - made)
  }
  if (forecast.expected > 0) {
    forecast.nextAt = new Date(nextMs).toISOString()
    forecast.fewestLeft = fewest
  }
  return forecast
}

function attemptsByKey(refused: readonly RefusedDelivery[]): Map<string, { made: number; lastMs: number }> {
  const attempts = new Map<string, { made: number; lastMs: number }>()
  for (const { dedupeKey, receivedAt } of refused) {
    const known = attempts.get(dedupeKey) ?? { made: 0, lastMs: 0 }
    attempts.set(dedupeKey, { made: known.made + 1, lastMs: Math.max(known.lastMs, receivedAt.getTime()) })
  }
  return attempts
}
