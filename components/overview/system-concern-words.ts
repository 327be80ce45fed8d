import { eventsHref } from '@/lib/events/events-href'
import type { Overview } from '@/lib/overview/schemas'
import { FINDING_RULES } from '@/lib/timeline/finding-rules'
import type { ConcernContext, ConcernWords } from './concern-words'
import { countOf } from './count-words'
import { findingHref } from './hrefs'
import { spell } from './source-words'

type Words = (found: Overview, context: ConcernContext) => ConcernWords

/** The words of what concerns no single source or handler. */
export const SYSTEM_WORDS = {
  no_worker: ({ queue }, { speech }) => {
    const isUnprocessed = queue.unprocessed.value > 0
    const waiting = isUnprocessed
      ? countOf(queue.unprocessed, 'events', speech)
      : countOf(queue.waiting, 'runs', speech)
    return {
      title: speech.t('concerns.noWorker.title'),
      todo: speech.t('concerns.noWorker.todo', { waiting }),
      href: eventsHref({ status: 'queued' }),
    }
  },
  failures: ({ failures }, { speech }) => ({
    title: speech.t('concerns.failures.title', { runs: countOf(failures.failed, 'runs', speech) }),
    todo: speech.t('concerns.failures.todo'),
    href: '/failures',
  }),
  waiting_long: ({ queue }, { now, speech }) => ({
    title: speech.t('concerns.waitingLong.title', { duration: spell(ago(queue.oldestWaitingAt, now), speech) }),
    todo: speech.t('concerns.waitingLong.todo'),
    href: queue.oldestEventId ? `/events/${queue.oldestEventId}` : '/handlers',
  }),
  findings: ({ findings }, { speech }) => {
    const problems = findings.filter(({ rule }) => FINDING_RULES[rule].severity === 'problem')
    const first = problems[0]
    const value = problems.reduce((sum, { count }) => sum + count.value, 0)
    const isPart = problems.some(({ count }) => count.precision !== 'exact')
    return {
      title: countOf({ value, precision: isPart ? 'at_least' : 'exact' }, 'findings', speech),
      todo: speech.t('concerns.findings.todo'),
      href: first ? findingHref(first) : '/orders',
    }
  },
  refusals: ({ refusals }, { speech }) => ({
    title: speech.t('concerns.refusals.title'),
    todo: speech.t('concerns.refusals.todo', { path: refusals.lastPath ?? '' }),
    href: '/sources',
  }),
} satisfies Record<string, Words>

function ago(at: string | null, now: Date): number {
  return at === null ? 0 : (now.getTime() - Date.parse(at)) / 1000
}
