import { formatSeconds } from '@/lib/events/format'
import type { ProviderWords } from '@/lib/events/verdict-words'
import { findReasonWords } from '@/lib/events/verdict-words'
import type { Concern, Overview, SourcePulse } from '@/lib/overview/schemas'
import { silence } from '@/lib/overview/silence'
import { FINDING_RULES } from '@/lib/timeline/finding-rules'
import { countOf, shareWords } from './count-words'
import { eventsHref, findingHref, rejectedHref } from './hrefs'
import { rhythmWords, spell } from './source-words'

export interface ConcernWords {
  title: string
  /** What to do about it. */
  todo: string
  /** What proves it. */
  href: string
}

type Words = (found: Overview, now: Date) => ConcernWords

/** A concern in words: what is wrong, what to do, and where to see it. */
export function concernWords(
  { code, sourceId, targetKey }: Concern,
  overview: Overview,
  providerOf: (id: string) => ProviderWords,
  now: Date,
): ConcernWords {
  const source = overview.sources.find(({ id }) => id === sourceId)
  if (source) return ofSource(code as keyof typeof SOURCE_WORDS, source, providerOf(source.provider), overview, now)
  const target = overview.queue.stopped.find(({ key }) => key === targetKey)
  const title = target?.title ?? targetKey ?? ''
  if (code === 'paused') return { ...PAUSED, title: `${title} is paused` }
  if (code === 'circuit_open') return { ...CIRCUIT, title: `${title} keeps failing` }
  return GENERAL_WORDS[code as keyof typeof GENERAL_WORDS](overview, now)
}

const PAUSED = { todo: 'Its runs wait. Resume it once you are done.', href: '/handlers' }
const CIRCUIT = { todo: 'Its runs wait while one at a time probes whether it works again.', href: '/handlers' }

const GENERAL_WORDS = {
  no_worker: ({ queue }) => ({
    title: 'No worker is running',
    todo: `${countOf(queue.unprocessed.value > 0 ? queue.unprocessed : queue.waiting, queue.unprocessed.value > 0 ? 'event' : 'run')} wait. Nothing is lost: start Jejak, or its role worker, again.`,
    href: eventsHref({ status: 'queued' }),
  }),
  failures: ({ failures }) => ({
    title: `${countOf(failures.failed, 'run')} failed`,
    todo: 'Mend the cause, then replay them, a group at a time.',
    href: '/failures',
  }),
  waiting_long: ({ queue }, now) => ({
    title: `Runs wait for ${spell(ago(queue.oldestWaitingAt, now))}`,
    todo: 'More comes than is worked off: look at what is slow, or start another worker.',
    href: queue.oldestEventId ? `/events/${queue.oldestEventId}` : '/handlers',
  }),
  findings: ({ findings }) => {
    const problems = findings.filter(({ rule }) => FINDING_RULES[rule].severity === 'problem')
    const first = problems[0]
    const value = problems.reduce((sum, { count }) => sum + count.value, 0)
    const isPart = problems.some(({ count }) => count.precision !== 'exact')
    return {
      title: `${countOf({ value, precision: isPart ? 'at_least' : 'exact' }, 'open finding')}`,
      todo: 'Timelines show gaps, conflicts or things that are stuck.',
      href: first ? findingHref(first) : '/orders',
    }
  },
  refusals: ({ refusals }) => ({
    title: 'Requests came to an address that takes none',
    todo: `The last one to ${refusals.lastPath ?? ''}. Check the address that is set with the provider.`,
    href: '/sources',
  }),
} satisfies Record<string, Words>

type SourceWords = (source: SourcePulse, provider: ProviderWords, found: Overview, now: Date) => ConcernWords

function ofSource(code: keyof typeof SOURCE_WORDS, ...rest: Parameters<SourceWords>): ConcernWords {
  return SOURCE_WORDS[code](...rest)
}

const SOURCE_WORDS = {
  refusing: ({ id, name, patience }, provider) => {
    const { streak, limit, lastDeliveryId, reason } = patience
    const left = limit === null ? null : limit - streak.value
    return {
      title:
        left !== null && left <= 0
          ? `${provider.label} may have suspended ${name === provider.label ? 'its webhook' : name}`
          : `${name}: ${countOf(streak, 'delivery', 'deliveries')} refused in a row${left === null ? '' : `, ${left} left`}`,
      todo: `${findReasonWords(reason)?.title ?? 'Refused'}. The latest one tells why that may be and what to do.`,
      href: lastDeliveryId ? `/deliveries/${lastDeliveryId}` : eventsHref({ source: id, verdict: 'rejected' }),
    }
  },
  given_up: ({ id, name, patience }, provider) => ({
    title: `${name}: ${countOf({ value: patience.retries.givenUp, precision: 'exact' }, 'event')} refused for the last time`,
    todo: `${provider.label} does not send them again by itself. Mend the cause, then have them sent again over there.`,
    href: eventsHref({ source: id, verdict: 'rejected', from: '24h' }),
  }),
  silent: (source, provider, _, now) => ({
    title: `${source.name} is silent for ${spell(silence(source, now).seconds ?? 0)}`,
    todo: `${source.rhythm ? `It sends ${rhythmWords(source.rhythm)}. ` : ''}Check that the webhook is still switched on at ${provider.label}.`,
    href: eventsHref({ source: source.id }),
  }),
  rejected_share: (source, _provider, { window }) => ({
    title: `${source.name}: ${shareWords(source.rejected, source.accepted)} rejected`,
    todo: 'A secret that was changed on one side, a proxy that touches bodies, or a stranger: open one to see which.',
    href: rejectedHref(source.id, window),
  }),
  lag: ({ id, name, lag }, provider) => ({
    title: `${name}: news arrives up to ${formatSeconds(lag?.p95Seconds ?? 0)} late`,
    todo: `${provider.label} sends late, or what we refused comes again. Nothing to mend here unless deliveries were refused.`,
    href: eventsHref({ source: id }),
  }),
  no_secret: ({ id, name }, provider) => ({
    title: `${name} checks nothing`,
    todo: `Set the ${provider.secretName}, so that deliveries can be told from forgeries.`,
    href: `/sources/${id}`,
  }),
} satisfies Record<string, SourceWords>

function ago(at: string | null, now: Date): number {
  return at === null ? 0 : (now.getTime() - Date.parse(at)) / 1000
}
