import { explain } from '../findings/explain'
import type { Finding, RejectedItem } from '../schemas'

/**
 * What rejected deliveries are to the thing that they name: a provider that tries again and again is one finding for each
 * type that it claims. The latest delivery first, as they come. Pure.
 */
export function findingsOf(rejected: readonly RejectedItem[]): Finding[] {
  const alike = new Map<string, [RejectedItem, ...RejectedItem[]]>()
  for (const item of rejected) {
    const key = `${item.provider} ${item.claimedType}`
    alike.set(key, [...(alike.get(key) ?? []), item] as [RejectedItem, ...RejectedItem[]])
  }
  return [...alike.values()].map(toFinding)
}

function toFinding(deliveries: [RejectedItem, ...RejectedItem[]]): Finding {
  const [{ claimedType, provider, receivedAt }] = deliveries
  return explain({
    rule: 'rejected_delivery',
    cause: { code: 'rejected', deliveries: deliveries.length, claimedType, provider },
    eventIds: deliveries.map(({ deliveryId }) => deliveryId),
    at: receivedAt,
  })
}
