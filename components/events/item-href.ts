import type { EventItem } from '@/lib/events/schemas'

/** Where a row leads to. */
export function itemHref(item: EventItem): string {
  return item.kind === 'event' ? `/events/${item.id}` : `/deliveries/${item.id}`
}
