/** Shapes of the JSON API for what a query comes to: `GET /api/v1/events/summary`. */

/** Exact up to 10,000; beyond, reckoned from a sample. */
export interface EstimatedCount {
  count: number
  isEstimate: boolean
}

/** The facets, each a key of the query language. */
export const FACETS = ['provider', 'source', 'type', 'verdict', 'status', 'handler'] as const
export type FacetKey = (typeof FACETS)[number]

export interface FacetValue extends EstimatedCount {
  /** As a term has it: `order.created`, `failed`, a source's slug (its id where two share the slug), a target's key. */
  value: string
  /** The name of a source or destination; null where the value says it. */
  title: string | null
}

/**
 * `rejected`: a rejected delivery. Else by the event's own runs: `failed` where one is, `waiting` where one is queued, running
 * or retrying, `succeeded` where all did (or were cancelled), `none` where there are no runs.
 */
export const OUTCOMES = ['succeeded', 'none', 'waiting', 'failed', 'rejected'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface HistogramBucket {
  from: string
  counts: Record<Outcome, number>
}

export interface Histogram {
  from: string
  to: string
  bucketSeconds: number
  isEstimate: boolean
  buckets: HistogramBucket[]
}

/** Of which part of the answer is not known: a search is bounded, and says how far it came. */
export interface Coverage {
  /** What was received before this was not looked at (ISO 8601); null where all was. */
  from: string | null
  /** Items whose content is not indexed yet, so that a term on content could not find them; 0 where none is asked. */
  waiting: number
}

/** The values that there are, the most frequent first, at most 50; counted without the terms of the facet itself. */
export interface Facet {
  key: FacetKey
  values: FacetValue[]
  /** Counted in a sample, which may have missed values that are rare. */
  isEstimate: boolean
}

export interface EventSummary {
  total: EstimatedCount
  facets: Facet[]
  histogram: Histogram
  coverage: Coverage
}
