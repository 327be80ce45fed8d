import { joining } from '../names'
import { LONGEST_REST_MS } from '../partition/nodes'

/** Whether these names are good for a period only: a naming of them has a row for each. */
export function areForAPeriod(names: readonly string[]): boolean {
  return names.every((name) => joining(name).forAPeriod)
}

export interface Span {
  id: string
  firstAt: number
  lastAt: number
}

export interface Run {
  /** The spans in it, the earliest first; none where it is new. */
  ids: string[]
  firstAt: number
  lastAt: number
}

/** Spans and moments as runs without a longer silence in them than LONGEST_REST_MS, in the order of time. */
export function layRuns(spans: readonly Span[], times: readonly number[]): Run[] {
  const parts: (Omit<Span, 'id'> & { ids: string[] })[] = [
    ...spans.map(({ id, firstAt, lastAt }) => ({ ids: [id], firstAt, lastAt })),
    ...times.map((at) => ({ ids: [], firstAt: at, lastAt: at })),
  ]
  const runs: Run[] = []
  for (const part of parts.sort((a, b) => a.firstAt - b.firstAt)) {
    const last = runs.at(-1)
    if (last && part.firstAt - last.lastAt <= LONGEST_REST_MS) {
      last.ids.push(...part.ids)
      last.lastAt = Math.max(last.lastAt, part.lastAt)
    } else runs.push({ ...part })
  }
  return runs
}
