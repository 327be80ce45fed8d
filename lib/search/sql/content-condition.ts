import { Prisma } from '@/lib/db/client'
import { likeLiteral } from '@/lib/db/like-literal'
import type { PathTerm, Term, TextTerm } from '../language/term'
import { type Condition, every, negation, toSql } from './condition'
import { pathCondition } from './path-condition'
import { tellingPattern } from './telling-pattern'

/** What is asked of the content of an event or a rejected delivery. */
export interface ContentConditions {
  /** Over `search_entry c`: all that is asked of it, as it is quickly checked row by row. */
  condition: Prisma.Sql
  /** The same such that the GIN indexes find the entries; null where they cannot. */
  byIndex: Prisma.Sql | null
}

/** The terms that are asked of the content. */
export type ContentTerm = PathTerm | TextTerm

/** Whether a term is asked of the content. */
export function isContentTerm(term: Term): term is ContentTerm {
  return term.kind !== 'field'
}

/** The conditions on the content; null where none of the terms asks for any. */
export function contentConditions(terms: readonly Term[]): ContentConditions | null {
  const asked = terms.filter(isContentTerm)
  if (asked.length === 0) return null
  return {
    condition: toSql(every(asked.map(rowCondition))),
    byIndex: asked.some(isIndexed) ? toSql(every(asked.map(indexCondition))) : null,
  }
}

/**
 * The condition on a row `t` that its content fits. It is checked row by row, whatever the planner expects of it, so
 * something else has to find the rows. What is not indexed yet does not fit.
 */
export function contentOfItem({ condition }: ContentConditions): Prisma.Sql {
  return Prisma.sql`(SELECT ${condition} FROM search_entry c WHERE c.id = t.id)`
}

/** The same where all rows are wanted rather than the newest: the planner may find them by the content. */
export function contentInAny({ byIndex, condition }: ContentConditions): Prisma.Sql {
  return Prisma.sql`t.id IN (SELECT c.id FROM search_entry c WHERE ${byIndex ?? condition})`
}

function rowCondition(term: ContentTerm): Condition {
  const condition = term.kind === 'path' ? pathCondition(term) : holds(term.text.toLowerCase())
  return term.not ? negation(condition) : condition
}

function indexCondition(term: ContentTerm): Condition {
  return term.kind === 'text' && isIndexed(term) ? isFound(term.text.toLowerCase()) : rowCondition(term)
}

/** strpos skips by the length of what it looks for, and is dearer to begin with. */
function holds(text: string): Prisma.Sql {
  return text.length < 5 ? isLike(likeLiteral(text)) : Prisma.sql`strpos(c.text, ${text}) > 0`
}

function isFound(text: string): Prisma.Sql {
  const telling = tellingPattern(text)
  return telling === likeLiteral(text) ? isLike(telling) : Prisma.sql`(${isLike(telling)} AND ${holds(text)})`
}

function isLike(pattern: string): Prisma.Sql {
  return Prisma.sql`c.text LIKE ${`%${pattern}%`}`
}

function isIndexed(term: ContentTerm): boolean {
  if (term.not) return false
  return term.kind === 'path' ? term.op === 'is' : THREE_IN_A_ROW.test(term.text)
}

/** The least that a trigram is made of. */
const THREE_IN_A_ROW = /[\p{L}\p{N}]{3}/u
