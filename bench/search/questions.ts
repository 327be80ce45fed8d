import type { PrismaClient } from '@/lib/db/client'
import { eventsQuerySchema } from '@/lib/events/schemas'
import { searchEvents } from '@/lib/events/search'
import { summarise } from '@/lib/search/summary/summary'
import type { Question } from '../questions/question'
import type { Picks } from './picks'

const TARGET_MS = 50
const COMMON_TEXT_MS = 150
const DEEP_PAGE = 100
const DAY_MS = 86_400_000

/** The queries that are measured, by what they ask; `{}` of a page is the first one without a filter. */
export function queriesOf(picks: Picks, now: Date): { title: string; targetMs?: number; queries: string[] }[] {
  const recent = `received:>=${new Date(now.getTime() - 30 * DAY_MS).toISOString().slice(0, 10)}`
  const { orderNumbers, awbs, phones, types, providers, orderPaths, rareWords, commonWords, textsOfSomeTime } = picks
  const times = (queries: readonly string[]) =>
    Array.from({ length: picks.count }, (_, index) => queries[index % Math.max(1, queries.length)] ?? '')
  const row = (title: string, queries: readonly string[], targetMs: number | null = TARGET_MS) => ({
    ...{ title, queries: times(queries), ...(targetMs ? { targetMs } : {}) },
  })
  return [
    row('first page, no filter', ['']),
    row(
      'by provider',
      providers.map((id) => `provider:${id}`),
    ),
    row('by source', ['source:default']),
    row(
      'by event type',
      types.map((type) => `type:${type}`),
    ),
    row('by family of types', ['type:order.*', 'type:inbound.*']),
    row('by verdict', ['verdict:verified', 'verdict:authenticated', 'verdict:rejected', 'verdict:unchecked']),
    row('by status: failed', ['status:failed']),
    row('by status: failed, in 30 days', [`status:failed ${recent}`]),
    row('by status: succeeded', ['status:succeeded']),
    row('by handler', ['handler:forward']),
    row(
      'by order number',
      orderNumbers.map((value) => `order:"${value}"`),
    ),
    row(
      'by AWB',
      awbs.map((value) => `awb:"${value}"`),
    ),
    row(
      'by phone',
      phones.map((value) => `phone:"${value}"`),
    ),
    row(
      'by a field of the payload',
      orderPaths.map(({ path, value }) => `payload.${path}:"${value}"`),
    ),
    row(
      'rare free text',
      rareWords.map((word) => `"${word}"`),
    ),
    row(
      'common free text',
      commonWords.map((word) => `"${word}"`),
      COMMON_TEXT_MS,
    ),
    row(
      'text that is nowhere',
      rareWords.map((word) => `"${[...word].reverse().join('')}qx"`),
    ),
    row(
      'text of some time long ago',
      textsOfSomeTime.map((text) => `"${text}"`),
      null,
    ),
    row('type, status and handler', ['type:order.* status:failed handler:forward']),
    row(
      'type, provider and text',
      types.map((type, index) => `type:${type} provider:${providers[0]} "${rareWords[index] ?? 'xyz'}"`),
    ),
    row('not this type, not failed', [`-type:order.* -status:failed ${recent}`]),
  ]
}

/** Everything that is measured, over one database. Cursors are fetched here, so that only their pages are measured. */
export async function questionsOf(picks: Picks, client: PrismaClient, now: Date): Promise<Question[]> {
  const list = (parameters: object) =>
    searchEvents(eventsQuerySchema.parse({ rejected: 'include', ...parameters }), client, now)
  const summary = (q: string) => summarise(eventsQuerySchema.parse({ rejected: 'include', q }), client, now)
  const same = (argument: string) => Array.from({ length: picks.count }, () => argument)
  let cursor: string | null = null
  for (let page = 1; page < DEEP_PAGE; page++) {
    const answer = await list(cursor ? { cursor } : {})
    cursor = answer.nextCursor ?? cursor
  }
  const few = (queries: readonly string[]) => queries.slice(0, Math.ceil(picks.count / 2))
  return [
    ...queriesOf(picks, now).map(({ title, targetMs, queries }) => ({
      ...{ title, targetMs, arguments: queries, ask: (q: string) => list(q ? { q } : {}) },
    })),
    {
      ...{ title: `page ${DEEP_PAGE} by cursor`, targetMs: TARGET_MS, arguments: same(cursor ?? '') },
      ask: (deep) => list(deep ? { cursor: deep } : {}),
    },
    { title: 'facets and histogram, no filter', targetMs: TARGET_MS, arguments: few(same('')), ask: summary },
    {
      ...{ title: 'facets and histogram, failed in 30 days', targetMs: TARGET_MS, ask: summary },
      arguments: few(
        same(`status:failed received:>=${new Date(now.getTime() - 30 * DAY_MS).toISOString().slice(0, 10)}`),
      ),
    },
    {
      ...{ title: 'facets and histogram, a type', targetMs: TARGET_MS, ask: summary },
      arguments: few(picks.types.map((type) => `type:${type}`)),
    },
    {
      ...{ title: 'facets and histogram, an order', targetMs: TARGET_MS, ask: summary },
      arguments: few(picks.orderNumbers.map((value) => `order:"${value}"`)),
    },
    {
      ...{ title: 'facets and histogram, rare text', targetMs: TARGET_MS, ask: summary },
      arguments: few(picks.rareWords.map((word) => `"${word}"`)),
    },
    {
      ...{ title: 'facets and histogram, common text', targetMs: COMMON_TEXT_MS, ask: summary },
      arguments: few(picks.commonWords.map((word) => `"${word}"`)),
    },
  ]
}
