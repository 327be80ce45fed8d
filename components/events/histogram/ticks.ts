import { toWallClock, type ZoneChoice } from '@/lib/events/format'

const SECOND_MS = 1000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const STEPS_MS = [
  ...[5, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 14, 30, 91, 182, 365, 730, 1825, 3650].map((days) => days * DAY_MS),
]

/** A time on the axis, `share` of the way across. */
export interface Tick {
  atMs: number
  share: number
  shows: 'second' | 'minute' | 'day' | 'month'
}

/** Round times of the chosen zone between two moments, at most `atMost` of them. */
export function ticksOf(fromMs: number, toMs: number, zone: ZoneChoice, atMost: number): Tick[] {
  const spanMs = toMs - fromMs
  const stepMs = STEPS_MS.find((step) => spanMs / step <= atMost) ?? spanMs
  const firstWallMs = Math.ceil(wallMs(fromMs, zone) / stepMs) * stepMs
  const ticks: Tick[] = []
  for (let wall = firstWallMs; ticks.length < atMost; wall += stepMs) {
    const atMs = momentOf(wall, fromMs, zone)
    if (atMs >= toMs) break
    ticks.push({ atMs, share: (atMs - fromMs) / spanMs, shows: precision(wall, stepMs) })
  }
  return ticks
}

/** What the clock on the wall of the zone shows at a moment, as if it were UTC, in milliseconds. */
export function wallMs(atMs: number, zone: ZoneChoice): number {
  return Date.parse(`${toWallClock(new Date(atMs), zone)}Z`) + (atMs - Math.floor(atMs / MINUTE_MS) * MINUTE_MS)
}

/** Twice over, for the clocks may have been changed between `nearMs` and then. */
function momentOf(wall: number, nearMs: number, zone: ZoneChoice): number {
  const guessMs = wall - (wallMs(nearMs, zone) - nearMs)
  return wall - (wallMs(guessMs, zone) - guessMs)
}

function precision(wall: number, stepMs: number): Tick['shows'] {
  if (stepMs >= 91 * DAY_MS) return 'month'
  if (wall % DAY_MS === 0) return 'day'
  return stepMs < MINUTE_MS ? 'second' : 'minute'
}
