import { formatSeconds } from '@/lib/events/format'
import type { Kind } from '../kinds'
import type { Finding } from '../schemas'
import type { Deadline } from '../stuck'
import { finding, kindWord, nameOf, type Rule } from './account'

/** No news for too long in a state that should move, or from a provider that should have told of it. */
export const stuck: Rule = ({ kind, deadline, now }) =>
  deadline && now >= deadline.at ? [stuckFinding(kind, deadline)] : []

/** What is wrong once a deadline has passed. */
export function stuckFinding(kind: Kind, { at, hours, provider, step, since }: Deadline): Finding {
  const name = nameOf(provider)
  const wait = formatSeconds(hours * 3600)
  const thing = kindWord(kind)
  const text = step
    ? `“${step.title}”, and no news from ${name} for more than ${wait}. Look at the ${thing} in ${name} and see what it waits for.`
    : `${name} has not said a word of this ${thing}, more than ${wait} after ${nameOf(since.provider)} first told of it. Look whether it reached ${name} and, if it did, whether its webhooks still come.`
  return finding('stuck', at, [since], text)
}
