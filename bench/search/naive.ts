import type { Naive } from '../questions/question'
import type { Picks } from './picks'

/** Few: each of them reads everything. */
const SEARCHES = 3
const PAGE_ROWS = 50
const DEEP_OFFSET = 99 * PAGE_ROWS

const COLUMNS = 'e.id, e.type, e.provider, e.verdict, e.received_at, e.subject_label'
const WITH_BODY = `FROM event e JOIN delivery d ON d.id = e.first_delivery_id`

/** What the questions are compared with: the payload as text, OFFSET, and counting all. */
export function naivesOf({ rareWords, commonWords, orderPaths, orderNumbers }: Picks): Naive[] {
  const like = (word: string) => [`%${word}%`]
  const bySubstring = `SELECT ${COLUMNS} ${WITH_BODY} WHERE convert_from(d.body, 'UTF8')::text ILIKE $1
    ORDER BY e.received_at DESC LIMIT ${PAGE_ROWS}`
  return [
    {
      ...{ title: 'payload::text ILIKE, rare', instead: 'rare free text', sql: bySubstring },
      arguments: rareWords.slice(0, SEARCHES).map(like),
    },
    {
      ...{ title: 'payload::text ILIKE, common', instead: 'common free text', sql: bySubstring },
      arguments: commonWords.slice(0, SEARCHES).map(like),
    },
    {
      ...{ title: 'payload::text ILIKE for the order number', instead: 'by order number', sql: bySubstring },
      arguments: orderNumbers.slice(0, SEARCHES).map(like),
    },
    {
      ...{ title: 'payload::jsonb #>> path', instead: 'by a field of the payload' },
      arguments: orderPaths.slice(0, SEARCHES).map(({ path, value }) => [path.split('.'), value]),
      sql: `SELECT ${COLUMNS} ${WITH_BODY} WHERE lower(convert_from(d.body, 'UTF8'))::jsonb #>> $1 = $2
        ORDER BY e.received_at DESC LIMIT ${PAGE_ROWS}`,
    },
    {
      ...{ title: 'OFFSET over received_at', instead: 'page 100 by cursor' },
      arguments: Array.from({ length: SEARCHES }, () => [DEEP_OFFSET]),
      sql: `SELECT ${COLUMNS} FROM event e ORDER BY e.received_at DESC LIMIT ${PAGE_ROWS} OFFSET $1`,
    },
    {
      ...{ title: 'count(*) GROUP BY type, and by hour', instead: 'facets and histogram, no filter' },
      arguments: Array.from({ length: SEARCHES }, () => []),
      sql: `SELECT e.type, date_trunc('hour', e.received_at), count(*) FROM event e GROUP BY GROUPING SETS (1, 2)`,
    },
    {
      ...{ title: 'EXISTS a failed run, by received_at', instead: 'by status: failed, in 30 days' },
      arguments: Array.from({ length: SEARCHES }, () => []),
      sql: `SELECT ${COLUMNS} FROM event e JOIN run r ON r.event_id = e.id AND r.status || '' = 'failed'
        ORDER BY e.received_at DESC LIMIT ${PAGE_ROWS}`,
    },
  ]
}
