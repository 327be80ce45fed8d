const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * How far back the overview looks. It is counted in slices, of which a page makes bars: slices are fine enough for bars to
 * begin on the hour, and days at midnight, in any zone that a person may choose.
 */
export const WINDOWS = {
  '24h': { title: '24 hours', spanMs: DAY_MS, sliceMs: 15 * MINUTE_MS, barMs: HOUR_MS, bars: 24 },
  '7d': { title: '7 days', spanMs: 7 * DAY_MS, sliceMs: HOUR_MS, barMs: 6 * HOUR_MS, bars: 28 },
} as const

export type WindowName = keyof typeof WINDOWS

export const WINDOW_NAMES = Object.keys(WINDOWS) as WindowName[]
