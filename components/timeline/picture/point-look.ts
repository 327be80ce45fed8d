import type { Finding, TimelineItem } from '@/lib/timeline/schemas'

export type Look = 'failed' | 'waits' | 'says' | 'names'

/** How an event stands out: what its handlers could not do first, then whether it says something new of its thing. */
export function lookOf({ runs, state, changes, isNew }: TimelineItem): Look {
  if (runs.some(({ status }) => status === 'failed')) return 'failed'
  if (runs.some(({ status }) => status === 'retrying')) return 'waits'
  return state !== null || changes.length > 0 || isNew ? 'says' : 'names'
}

/** What was found at each event, the worst first. */
export function findingsByEvent(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>()
  const worstFirst = [...findings].sort((a, b) => Number(a.severity === 'notice') - Number(b.severity === 'notice'))
  for (const finding of worstFirst) {
    for (const eventId of finding.eventIds) found.set(eventId, [...(found.get(eventId) ?? []), finding])
  }
  return found
}
