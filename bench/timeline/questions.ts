import type { PrismaClient } from '@/lib/db/client'
import { getEntity } from '@/lib/timeline/ask/get'
import { listEntities } from '@/lib/timeline/ask/list'
import { lookUp } from '@/lib/timeline/ask/lookup'
import { getTimeline } from '@/lib/timeline/ask/timeline'
import type { Kind } from '@/lib/timeline/kinds'
import { entitiesQuerySchema, lookupQuerySchema, timelineQuerySchema } from '@/lib/timeline/query-schemas'
import type { Question } from '../questions/question'
import type { Picks } from './picks'

const TIMELINE_MS = 50
const LOOKUP_MS = 10
/** How often the same page is asked for. */
const TIMES = 100
const PAGE = 20

/** Everything that is measured, over one database. Cursors are fetched here, so that only their pages are measured. */
export async function questionsOf(picks: Picks, client: PrismaClient, now: Date): Promise<Question[]> {
  const timeline = (kind: Kind, scope: 'own' | 'story') => (id: string) =>
    getTimeline(kind, id, timelineQuerySchema.parse({ scope }), client)
  const entity = (kind: Kind) => (id: string) => getEntity(kind, id, client, now)
  const list = (query: object) => listEntities('order', entitiesQuerySchema.parse(query), client, now)
  const lookup = (q: string) => lookUp(lookupQuerySchema.parse({ q }), client)
  const { orders, customers, shipments, busiestCustomer, busiestProduct, values } = picks
  const same = (argument: string) => Array.from({ length: TIMES }, () => argument)

  const timelines: Question[] = [
    { title: 'timeline of an order, own', arguments: orders, ask: timeline('order', 'own') },
    { title: 'timeline of an order, story', arguments: orders, ask: timeline('order', 'story') },
    { title: 'timeline of a customer, story', arguments: customers, ask: timeline('customer', 'story') },
    { title: 'timeline of a shipment', arguments: shipments, ask: timeline('shipment', 'story') },
    {
      title: 'timeline of the busiest customer, own',
      arguments: same(busiestCustomer),
      ask: timeline('customer', 'own'),
    },
    {
      title: 'timeline of the busiest customer, story',
      arguments: same(busiestCustomer),
      ask: timeline('customer', 'story'),
    },
    { title: 'timeline of the busiest product', arguments: same(busiestProduct), ask: timeline('product', 'story') },
  ]
  const lookups: Question[] = [
    { title: 'lookup by order number', arguments: values.orderNumber, ask: lookup },
    { title: 'lookup by AWB', arguments: values.awb, ask: lookup },
    { title: 'lookup by phone', arguments: values.phone, ask: lookup },
    { title: 'lookup by email', arguments: values.email, ask: lookup },
    { title: "lookup by a provider's id", arguments: values.id, ask: lookup },
    { title: 'lookup by the beginning of a number', arguments: values.orderNumber.map(beginningOf), ask: lookup },
    { title: 'lookup of what is not there', arguments: values.orderNumber.map((value) => `${value}x`), ask: lookup },
  ]
  const cursor = await cursorOfPage(list, PAGE)
  return [
    ...timelines.map((question) => ({ ...question, targetMs: TIMELINE_MS })),
    ...lookups.map((question) => ({ ...question, targetMs: LOOKUP_MS })),
    { title: 'page of an order', arguments: orders, ask: entity('order') },
    { title: 'page of a customer', arguments: customers, ask: entity('customer') },
    { title: 'page of the busiest customer', arguments: same(busiestCustomer), ask: entity('customer') },
    { title: 'list of orders', arguments: same(''), ask: () => list({}) },
    { title: 'list by state', arguments: same('shipped'), ask: (state) => list({ state }) },
    { title: 'list by finding', arguments: same('missing_step'), ask: (finding) => list({ finding }) },
    { title: 'list of any problem', arguments: same('any'), ask: (finding) => list({ finding }) },
    { title: 'list by identifier', arguments: values.orderNumber, ask: (q) => list({ q }) },
    { title: `list, page ${PAGE}`, arguments: same(cursor ?? ''), ask: () => list(cursor ? { cursor } : {}) },
  ]
}

function beginningOf(value: string): string {
  return value.slice(0, Math.max(3, value.length - 2))
}

async function cursorOfPage(
  list: (query: object) => Promise<{ nextCursor: string | null }>,
  page: number,
): Promise<string | null> {
  let cursor: string | null = null
  for (let at = 1; at < page; at++) {
    const { nextCursor } = await list(cursor ? { cursor } : {})
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return cursor
}
