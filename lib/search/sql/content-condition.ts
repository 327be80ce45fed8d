import { Prisma } from '@/lib/db/client'
import type { PathTerm, Term, TextTerm } from '../language/term'
import { type Condition, every, negation, toSql } from './condition'
import { pathCondition } from './path-condition'

/** What is asked of the content of an event or a rejected delivery. */
export interface ContentConditions {
  /** Over `search_entry c`: all that is asked of it. */
  condition: Prisma.Sql
  /** The part of it that the GIN indexes can find entries by; null where none can. */
  index: Prisma.Sql | null
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
  const indexed = asked.filter(isIndexed)
  return {
    condition: toSql(every(asked.map(contentCondition))),
    index: indexed.length > 0 ? toSql(every(indexed.map(contentCondition))) : null,
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
export function contentInAny({ condition }: ContentConditions): Prisma.Sql {
  return Prisma.sql`t.id IN (SELECT c.id FROM search_entry c WHERE ${condition})`
}

function contentCondition(term: ContentTerm): Condition {
  const condition = term.kind === 'path' ? pathCondition(term) : textCondition(term)
  return term.not ? negation(condition) : condition
}

function textCondition({ text }: TextTerm): Prisma.Sql {
  const lower = text.toLowerCase()
  const telling = tellingParts(lower)
  const likes = telling.map((part) => Prisma.sql`c.text LIKE ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`)
  return telling.includes(lower)
    ? Prisma.join(likes, ' AND ')
    : Prisma.sql`(${Prisma.join(likes, ' AND ')} AND strpos(c.text, ${lower}) > 0)`
}

/**
 * The parts of a text that the index is asked for: it takes long over trigrams that stand in every payload, as those of a year or
 * of `example.com` do, while a number beside them (`ord-2026-64954`) tells enough, a short one together with the word before it.
 * The whole text where no part stands out so.
 */
function tellingParts(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u)
  const numbered = words.filter((word) => /\d/.test(word) && !YEAR.test(word))
  const longest = numbered.reduce((best, word) => (word.length > best.length ? word : best), '')
  if (longest.length < (words.some((word) => YEAR.test(word)) ? 3 : 5)) return [text]
  const at = text.indexOf(longest)
  if (longest.length > 4) return [text.slice(at, at + longest.length)]
  // Of a short number it tells something that it begins there. Half of a character would fit nothing.
  const number = text.slice(ASCII.test(text.charAt(at - 1)) ? at - 1 : at, at + longest.length)
  const [kind] = WORD_BEFORE.exec(text.slice(0, at)) ?? []
  return kind ? [number, kind] : [number]
}

/** The last word, and where it ends: `ord-` of `ord-2026-`. */
const WORD_BEFORE = /[a-z]{2,}[ -~](?=[^a-z]*$)/
const ASCII = /^[ -~]$/
const YEAR = /^(19|20)\d\d$/

function isIndexed(term: ContentTerm): boolean {
  if (term.not) return false
  return term.kind === 'path' ? term.op === 'is' : THREE_IN_A_ROW.test(term.text)
}

/** The least that a trigram is made of. */
const THREE_IN_A_ROW = /[\p{L}\p{N}]{3}/u
