import type { CountRow } from './count-sql'
import type { Counted } from './items-sql'
import type { Rates } from './sample'
import type { EstimatedCount } from './schemas'

/** What was counted of a base. */
export interface Tally {
  rates: Rates
  /** False where not even a sample could be counted in time. */
  isCounted: boolean
  /** Whether events, and rejected deliveries, can be in it. */
  has: { events: boolean; rejected: boolean }
  /** As counted: in the sample, where it is one. */
  hits: { events: number; rejected: number }
  rows: CountRow[]
}

/** What a statement counted of a base; null where it could not. */
export function tallyOf(
  { base, conditions, includesRejected }: Counted,
  rows: readonly CountRow[] | null,
  rates: Rates,
): Tally {
  const own = (rows ?? []).filter((row) => row.base === base)
  const hitsOf = (isEvent: boolean) => own.find((row) => row.part === 'total' && row.is_event === isEvent)?.n ?? 0
  return {
    rates,
    isCounted: rows !== null,
    has: { events: conditions.mayBeEvent, rejected: includesRejected && conditions.rejected !== null },
    hits: { events: hitsOf(true), rejected: hitsOf(false) },
    rows: own,
  }
}

/** How many items a base has. */
export function totalOf(tally: Tally): EstimatedCount {
  return {
    count: tally.hits.events * tally.rates.events + tally.hits.rejected * tally.rates.rejected,
    isEstimate: isSampled(tally, 'any'),
  }
}

/** How often each value of a part was counted, in no order. */
export function valuesOf(tally: Tally, part: CountRow['part']): Map<string, EstimatedCount> {
  const values = new Map<string, EstimatedCount>()
  for (const { part: of, value, is_event, n } of tally.rows) {
    if (of !== part || value === null) continue
    const count = (values.get(value)?.count ?? 0) + n * (is_event ? tally.rates.events : tally.rates.rejected)
    values.set(value, { count, isEstimate: isSampled(tally, kindsWith(part, value)) })
  }
  return values
}

/** Runs, and every verdict but one, are of events only. */
function kindsWith(part: CountRow['part'], value: string): 'any' | 'events' | 'rejected' {
  if (part === 'status' || part === 'handler') return 'events'
  if (part !== 'verdict') return 'any'
  return value === 'rejected' ? 'rejected' : 'events'
}

/** Whether what could be counted of these kinds was only looked at in a sample. */
export function isSampled({ rates, has, isCounted }: Tally, kinds: 'any' | 'events' | 'rejected'): boolean {
  return (
    !isCounted ||
    (kinds !== 'rejected' && has.events && rates.events > 1) ||
    (kinds !== 'events' && has.rejected && rates.rejected > 1)
  )
}
