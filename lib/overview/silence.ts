import type { SourcePulse } from './schemas'

const SHORTEST_SECONDS = 15 * 60
const UNUSUAL = 3
const ALARMING = 4

/**
 * How long a source has been silent, against its rhythm. `unusual` is three times as long as 95 of 100 of its gaps and
 * longer than every one of them; `alarming` four times that. Never under 15 minutes: a burst has short gaps, and nights
 * are quiet.
 */
export function silence(
  { lastReceivedAt, rhythm }: Pick<SourcePulse, 'lastReceivedAt' | 'rhythm'>,
  now: Date,
): { seconds: number | null; level: 'usual' | 'unusual' | 'alarming' } {
  if (lastReceivedAt === null) return { seconds: null, level: 'usual' }
  const seconds = Math.max(0, (now.getTime() - Date.parse(lastReceivedAt)) / 1000)
  if (!rhythm) return { seconds, level: 'usual' }
  const unusual = Math.max(SHORTEST_SECONDS, rhythm.longestSeconds, UNUSUAL * rhythm.p95Seconds)
  return { seconds, level: seconds > ALARMING * unusual ? 'alarming' : seconds > unusual ? 'unusual' : 'usual' }
}
