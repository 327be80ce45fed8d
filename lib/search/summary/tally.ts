import { type CountRow, type Part, partOf } from './count-sql'
import type { Counted } from './items-sql'
import type { Rates } from './sample'
import type { EstimatedCount, FacetKey } from './schemas'
import { statusesIn } from './status-bits'

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

/** How often each value of a facet was counted, in no order; of the provider each of its sources. */
export function valuesOf(tally: Tally, facet: FacetKey): Map<string, EstimatedCount> {
  const part = partOf(facet)
  const counts = new Map<string, EstimatedCount>()
  for (const row of tally.rows) {
    if (row.part !== part || row.value === null) continue
    for (const value of valuesIn(part, row.value)) {
      const count = (counts.get(value)?.count ?? 0) + row.n * (row.is_event ? tally.rates.events : tally.rates.rejected)
      counts.set(value, { count, isEstimate: isSampled(tally, kindsWith(facet, value)) })
    }
  }
  return counts
}

function valuesIn(part: Part, value: string): string[] {
  if (part === 'statuses') return statusesIn(Number(value))
  return part === 'targets' ? value.split(' ') : [value]
}

/** Whether values of a facet may have been missed, since only a sample was looked at. */
export function isFacetSampled(tally: Tally, facet: FacetKey): boolean {
  return isSampled(tally, kindsWith(facet))
}

/** What can have this value, or any of the facet: runs, and every verdict but one, are of events only. */
function kindsWith(facet: FacetKey, value?: string): 'any' | 'events' | 'rejected' {
  if (facet === 'status' || facet === 'handler') return 'events'
  if (facet !== 'verdict' || value === undefined) return 'any'
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
