/** This many failures in a row open a destination's circuit. */
export const FAILURES_TO_OPEN = 5

const FIRST_PROBE_MS = 30_000
const LONGEST_PROBE_MS = 10 * 60_000

/** How long an open circuit waits before a run may try, in milliseconds, after so many that tried in vain. */
export function probeDelayMs(probes: number): number {
  return Math.min(LONGEST_PROBE_MS, FIRST_PROBE_MS * 2 ** Math.min(10, probes))
}
