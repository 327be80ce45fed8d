import type { FieldTerm } from '../language/term'

const DAY_MS = 86_400_000
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS }

/** Whether a moment fits a term on a time; a day without a clock is the whole of it by `is`, its midnight otherwise. For tests. */
export function fitsTime(moment: Date, { op, values }: FieldTerm, now: Date): boolean {
  if (op === 'exists') return true
  const at = moment.getTime()
  return values.some((value) => {
    const asked = momentOf(value, now)
    if (op === 'gt') return at > asked
    if (op === 'gte') return at >= asked
    if (op === 'lt') return at < asked
    if (op === 'lte') return at <= asked
    return at >= asked && at < asked + DAY_MS
  })
}

function momentOf(value: string, now: Date): number {
  const ago = /^(\d+)([mhdw])$/.exec(value)
  if (ago) return now.getTime() - Number(ago[1]) * (UNIT_MS[ago[2] ?? ''] ?? Number.NaN)
  const hasZone = !value.includes('T') || /(Z|[+-]\d\d:\d\d)$/.test(value)
  return Date.parse(hasZone ? value : `${value}Z`)
}
