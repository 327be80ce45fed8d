import { FINDING_RULES, type FindingRule } from '../finding-rules'
import type { Finding, RejectedItem } from '../schemas'
import { providerLabel } from './words-of-name'

const RULE: FindingRule = 'rejected_delivery'

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
  const [latest] = deliveries
  const [many, name] = [deliveries.length > 1, providerLabel(latest.provider)]
  const claim = latest.claimedType === null ? '' : ` that ${many ? 'claim' : 'claims'} to be “${latest.claimedType}”`
  const what = many ? `${deliveries.length} deliveries${claim} name` : `A delivery${claim} names`
  return {
    ...{ rule: RULE, ...FINDING_RULES[RULE] },
    explanation: `${what} this, but ${many ? 'were' : 'was'} checked and rejected, so nothing in ${many ? 'them' : 'it'} counts. See why: if ${name} really sent ${many ? 'them' : 'it'}, correct the secret of the source, and let ${name} send again.`,
    eventIds: deliveries.map(({ deliveryId }) => deliveryId),
    at: latest.receivedAt,
  }
}
