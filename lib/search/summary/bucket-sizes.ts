const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a bucket of a histogram may be, in seconds: the shortest is taken with which there are not too many. */
export const BUCKET_SECONDS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 28, 91, 364, 3_640, 36_400, 364_000].map((days) => days * DAY),
]

export const BUCKETS_AT_MOST = 72

/** A Monday, in seconds since 1970: buckets are counted from it, so that those of whole weeks begin on one. In UTC. */
export const ORIGIN_SECONDS = 4 * DAY
