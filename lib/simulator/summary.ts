import { createHistogram } from 'node:perf_hooks'
import type { Answer } from './answer'
import type { DeliveryKind } from './planned-delivery'

/** How many deliveries of one provider and kind had one outcome. */
export interface Count {
  providerId: string
  kind: DeliveryKind
  outcome: string
  count: number
}

/** What became of a run. */
export interface Summary {
  counts: Count[]
  /** Deliveries that were answered, whatever the answer. */
  answered: number
  /** Deliveries to which no answer came. */
  unsent: number
  /** Deliveries with a good signature whose answer was not a 2xx. Forgeries do not count: they should be rejected. */
  unacknowledged: number
  /** The first answer of each such outcome, in words. */
  examples: Record<string, string>
  latencyMs: { p50: number; p99: number }
  durationMs: number
  /** Why the run ended before the last delivery, or null where it did not. */
  stopped: 'interrupted' | 'unreachable' | null
}

/** Counts answers, in memory that does not grow with their number. */
export function createTally(startedAtMs: number) {
  const counts = new Map<string, Count>()
  const examples: Record<string, string> = {}
  const latency = createHistogram()
  let answered = 0
  let unsent = 0
  let unacknowledged = 0

  return {
    add(answer: Answer): void {
      const { providerId, kind } = answer.delivery
      const name = [providerId, kind, answer.outcome].join('\n')
      const known = counts.get(name)
      if (known) known.count++
      else counts.set(name, { providerId, kind, outcome: answer.outcome, count: 1 })

      if (answer.status === null) unsent++
      else {
        answered++
        latency.record(Math.max(1, Math.round(answer.latencyMs * 1000)))
      }
      const failed = answer.status !== null && !answer.acknowledged && kind !== 'bad_signature'
      if (failed) unacknowledged++
      if (failed || answer.status === null) examples[answer.outcome] ??= answer.text
    },
    summary(nowMs: number, stopped: Summary['stopped']): Summary {
      const at = (percentile: number) => (answered === 0 ? 0 : latency.percentile(percentile) / 1000)
      return {
        counts: [...counts.values()],
        answered,
        unsent,
        unacknowledged,
        examples: { ...examples },
        latencyMs: { p50: at(50), p99: at(99) },
        durationMs: nowMs - startedAtMs,
        stopped,
      }
    },
  }
}
