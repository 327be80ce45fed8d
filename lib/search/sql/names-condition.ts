import { Prisma } from '@/lib/db/client'
import { namesOf, schemesOf } from '../language/names'
import type { FieldTerm, Key } from '../language/term'
import type { Condition } from './condition'

/** Whether a key asks what an event names: an order, a customer and so on. */
export function isNameKey(key: Key): boolean {
  return schemesOf(key) !== null
}

/** The condition on an event `t` that it names what a term on names asks for, whether or not the term is negated. */
export function eventNamesCondition(term: FieldTerm): Condition {
  const column = Prisma.sql`t.identifiers`
  if (term.op === 'exists') return namesAnyOf(column, term.key)
  const names = namesAsked(term)
  if (names.length === 0) return false
  const stands = Prisma.sql`${column} && ${names}::text[]`
  if (term.not) return stands
  // An index of hashes finds the events; different names of equal hash are told apart by the event itself.
  return Prisma.sql`${stands} AND t.id IN (
    SELECT i.event_id FROM event_identifier i
    WHERE i.key IN (SELECT identifier_key(s.id, n.name) FROM store s, unnest(${names}::text[]) AS n(name)))`
}

/** The same of a rejected delivery `t`: what it claims to name. */
export function claimsCondition(term: FieldTerm): Condition {
  const column = Prisma.sql`t.claims`
  if (term.op === 'exists') return namesAnyOf(column, term.key)
  const names = namesAsked(term)
  return names.length > 0 && Prisma.sql`${column} && ${names}::text[]`
}

function namesAsked({ key, values }: FieldTerm): string[] {
  return [...new Set(values.flatMap((value) => namesOf(key, value)))]
}

function namesAnyOf(column: Prisma.Sql, key: Key): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM unnest(${column}) AS n(name) WHERE split_part(n.name, ':', 1) = ANY(${[...(schemesOf(key) ?? [])]}::text[]))`
}
