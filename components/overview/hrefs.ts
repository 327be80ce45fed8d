import { eventsHref } from '@/lib/events/events-href'
import type { FindingCount } from '@/lib/overview/schemas'
import type { WindowName } from '@/lib/overview/windows'
import { KINDS } from '@/lib/timeline/kinds'

/** What was rejected of a source in a window. */
export function rejectedHref(source: string, window: WindowName): string {
  return eventsHref({ source, verdict: 'rejected', from: window })
}

/** The things with a finding, as it was counted: what is stuck however old, the rest with news in the last 30 days. */
export function findingHref({ kind, rule }: Pick<FindingCount, 'kind' | 'rule'>): string {
  return `/${KINDS[kind].path}?finding=${rule}${rule === 'stuck' ? '' : '&from=30d'}`
}
