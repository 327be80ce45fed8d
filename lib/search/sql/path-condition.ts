import { Prisma } from '@/lib/db/client'
import { isJsonNumber } from '../json-number'
import type { PathTerm } from '../language/term'
import { type Condition, some } from './condition'

/**
 * The condition on a search entry `c` that a field of its payload fits a term, whether or not that is negated. Keys and values
 * are compared in lower case, as `doc` holds them; lists on the way are looked into.
 */
export function pathCondition({ path, op, values }: PathTerm): Condition {
  const field = ['$', ...path.map((key) => quoted(key))].join('.')
  if (op === 'exists') return matches(field)
  if (op === 'is') return matches(`${field} ? (${values.flatMap(equalities).join(' || ')})`)
  return some(values.map((value) => inRange(field, COMPARE[op], value)))
}

const COMPARE = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

function matches(path: string): Prisma.Sql {
  return Prisma.sql`c.doc @? ${path}::jsonpath`
}

function equalities(value: string): string[] {
  const text = value.toLowerCase()
  const literal = isJsonNumber(text) || LITERALS.has(text) ? [`@ == ${text}`] : []
  return [`@ == ${quoted(text)}`, ...literal]
}

const LITERALS = new Set(['true', 'false', 'null'])

/** A JSON string, which is one of jsonpath too. */
function quoted(text: string): string {
  return JSON.stringify(text.toLowerCase().toWellFormed().replaceAll('\u0000', '\ufffd'))
}

/**
 * Numbers, and texts that are written as one, compare as numbers where a number is asked for, digit by digit; texts compare in
 * the order of their characters otherwise. No index serves this, so it is not said in jsonpath, which rounds.
 */
function inRange(field: string, sign: string, value: string): Prisma.Sql {
  const compare = Prisma.raw(sign)
  const text = value.toLowerCase()
  const asText = Prisma.sql`(v.item #>> '{}') COLLATE "C" ${compare} ${text}`
  const fits = isJsonNumber(text)
    ? Prisma.sql`CASE jsonb_typeof(v.item)
        WHEN 'number' THEN v.item::numeric ${compare} ${text}::numeric
        WHEN 'string' THEN CASE WHEN length(v.item #>> '{}') <= 1000 AND (v.item #>> '{}') ~ ${NUMERIC}
          THEN (v.item #>> '{}')::numeric ${compare} ${text}::numeric ELSE ${asText} END END`
    : Prisma.sql`jsonb_typeof(v.item) = 'string' AND ${asText}`
  return Prisma.sql`EXISTS (SELECT FROM jsonb_path_query(c.doc, ${`${field}[*][*]`}::jsonpath) AS v(item) WHERE ${fits})`
}

/** What isJsonNumber takes, as far as a text in a payload can be one. */
const NUMERIC = '^-?(0|[1-9][0-9]*)([.][0-9]+)?(e[+-]?(0*[0-9]{1,3}|0*1000))?$'
