import type { FindingCause } from '../finding-cause'
import type { Kind } from '../kinds'
import type { Deadline } from '../stuck'
import { found, nameOf, type Rule } from './account'

/** No news for too long in a state that should move, or from a provider that should have told of it. */
export const stuck: Rule = ({ kind, deadline, now }) =>
  deadline && now >= deadline.at ? [found('stuck', deadline.at, [deadline.since], causeOf(kind, deadline))] : []

function causeOf(kind: Kind, { hours, provider, step, since }: Deadline): FindingCause {
  const of = { kind, provider, seconds: hours * 3600 }
  return step ? { code: 'no_news', ...of, step: nameOf(step) } : { code: 'unheard', ...of, teller: since.provider }
}
