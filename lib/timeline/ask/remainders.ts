import { Prisma, type PrismaClient } from '@/lib/db/client'
import { ENGLISH } from '@/lib/i18n/english'
import type { Kind } from '../kinds'
import { readName } from '../names'
import type { RelatedItem } from '../schemas'
import { relationTitle } from '../words'
import { proofOf } from './identifiers'
import type { MentionRow } from './mentions'
import type { NamingRow } from './namings'

const SEPARATORS = ['-', '/', '.', ' ']
/** What a remainder's number may have after that of the order it is left of: `-1`, `/1`, `.1`, `-R1`, ` A`. */
const SUFFIX = /^(.+)[-/. ][\p{L}\p{N}]{1,4}$/u
const OF_A_SEPARATOR = 50
const SCHEME = 'order_number'
const RELATION = 'remainder_of'

interface Row {
  id: string
  kind: Kind
  label: string
  state: string | null
  firstAt: Date
  lastAt: Date
  name: string
}

interface Order {
  id: string
  storeId: string
  firstAt: Date
}

/**
 * The orders that are left of a partly cancelled one, seen from either: no payload says so. It takes the same store, a
 * number that is the first one's with an ending (or the same number, given later), and a first one that was partly
 * cancelled by the time when the other began.
 */
export async function remaindersOf(
  order: Order,
  { namings, mentions }: { namings: readonly NamingRow[]; mentions: readonly MentionRow[] },
  client: PrismaClient,
): Promise<RelatedItem[]> {
  const numbers = [...new Set(namings.flatMap(({ names }) => names))]
    .map(readName)
    .filter(({ scheme }) => scheme === SCHEME)
    .map(({ value }) => value)
  if (numbers.length === 0) return []
  const cancelled = mentions.find(({ set }) => wasPartlyCancelled(set))
  const rows = await findByNumbers(order, numbers, client)
  const later = cancelled ? rows.filter((row) => isLeftOf(row, numbers, order, cancelled.at)) : []
  const earlier = rows.filter(
    (row) => row.firstAt < order.firstAt && numbers.some((n) => isRemainder(n, numberOf(row))),
  )
  const proofs = await cancellationsOf(earlier, order.firstAt, client)
  return [
    ...later.map((row) => toItem(row, 'to', cancelled)),
    ...earlier.flatMap((row) => {
      const proof = proofs.get(row.id)
      return proof ? [toItem(row, 'from', proof)] : []
    }),
  ]
}

function isLeftOf(row: Row, numbers: readonly string[], order: Order, cancelledAt: number): boolean {
  const isLater = row.firstAt.getTime() >= cancelledAt && row.firstAt > order.firstAt
  return isLater && numbers.some((number) => isRemainder(numberOf(row), number))
}

/** Whether `number` is `of` with an ending, or the very same. */
function isRemainder(number: string, of: string): boolean {
  return number === of || SUFFIX.exec(number)?.[1] === of
}

function numberOf({ name }: Row): string {
  return readName(name).value
}

/** Orders whose number is one of these, one of these with an ending, or one of these without it. */
function findByNumbers(order: Order, numbers: readonly string[], client: PrismaClient): Promise<Row[]> {
  const exact = numbers.flatMap((number) => [number, SUFFIX.exec(number)?.[1] ?? number])
  const begun = numbers.flatMap((number) => SEPARATORS.map((separator) => number + separator))
  const lows = [...new Set([...exact, ...begun])].map((value) => `${SCHEME}:${value}`)
  // A name itself is a range of one: nothing lies between it and the same followed by the lowest character.
  const highs = lows.map((low) => (SEPARATORS.some((end) => low.endsWith(end)) ? `${low}\u{10ffff}` : `${low}\u0001`))
  return client.$queryRaw<Row[]>(Prisma.sql`
    SELECT DISTINCT ON (t.id) t.id, t.kind, t.label, t.state, t.first_at AS "firstAt", t.last_at AS "lastAt", k.name
    FROM unnest(${lows}::text[], ${highs}::text[]) AS x(low, high)
    CROSS JOIN LATERAL (
      SELECT name, naming_id FROM naming_name
      WHERE store_id = ${order.storeId}::uuid AND name >= x.low AND name < x.high
      ORDER BY name LIMIT ${OF_A_SEPARATOR}) k
    CROSS JOIN LATERAL (SELECT entity_id FROM naming WHERE id = k.naming_id OFFSET 0) n
    CROSS JOIN LATERAL (SELECT * FROM entity WHERE id = n.entity_id OFFSET 0) t
    WHERE t.id <> ${order.id}::uuid ORDER BY t.id, k.name`)
}

type Cancellation = Pick<MentionRow, 'eventId' | 'provider' | 'type' | 'at'>

/** Of each of these orders the first event, up to a time, that says it is partly cancelled. */
async function cancellationsOf(
  orders: readonly Row[],
  until: Date,
  client: PrismaClient,
): Promise<Map<string, Cancellation>> {
  if (orders.length === 0) return new Map()
  const rows = await client.$queryRaw<(Omit<Cancellation, 'at'> & { id: string; at: Date })[]>(Prisma.sql`
    SELECT x.id, m.event_id AS "eventId", m.provider, m.type, m.at
    FROM unnest(${orders.map(({ id }) => id)}::uuid[]) AS x(id)
    CROSS JOIN LATERAL (
      SELECT m.* FROM (SELECT id FROM naming WHERE entity_id = x.id LIMIT 50) n
      CROSS JOIN LATERAL (SELECT * FROM mention WHERE naming_id = n.id AND at <= ${until} LIMIT 500) m
      WHERE m.set ->> 'state' = 'partly_cancelled' ORDER BY m.at LIMIT 1) m`)
  return new Map(rows.map(({ id, ...row }) => [id, { ...row, at: row.at.getTime() }]))
}

function wasPartlyCancelled(set: object | null): boolean {
  return set !== null && 'state' in set && set.state === 'partly_cancelled'
}

function toItem(row: Row, seenFrom: 'from' | 'to', proof: Cancellation | undefined): RelatedItem {
  const { id, kind, label, state, lastAt } = row
  return {
    ...{ title: relationTitle(RELATION, seenFrom, ENGLISH), relation: RELATION, seenFrom },
    entity: { id, kind, label, state, lastAt: lastAt.toISOString() },
    proof: proof ? proofOf(proof) : null,
    rule: ENGLISH(seenFrom === 'to' ? 'ties.itIsRemainder' : 'ties.thisIsRemainder'),
  }
}
