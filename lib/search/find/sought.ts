import { Prisma } from '@/lib/db/client'
import type { Conditions } from '../sql/conditions'

/** What a page of the list is to hold. */
export interface Sought {
  conditions: Conditions
  /** Rejected deliveries as well, where any may fit. */
  withRejected: boolean
  limit: number
  cursor?: string | undefined
}

/** What was found, the newest first. */
export interface Found {
  ids: string[]
  /** Where to go on: only what is below this id can be missing. Null where nothing is. */
  nextCursor: string | null
  /** Whether `nextCursor` stands where the time was over, rather than where the page was full. */
  isCut: boolean
}

/** A page of what was found where one more than the page takes was asked for. */
export function pageOf(ids: readonly string[], limit: number): Found {
  const page = ids.slice(0, limit)
  return { ids: page, nextCursor: ids.length > limit ? (page.at(-1) ?? null) : null, isCut: false }
}

/** Whether the event or rejected delivery of a search entry `c` fits; each is looked up, whatever the planner expects. */
export function itemFits({ conditions, withRejected }: Sought): Prisma.Sql {
  const event = conditions.mayBeEvent
    ? Prisma.sql`(SELECT ${conditions.event} FROM event t WHERE t.id = c.id)`
    : Prisma.sql`NULL::boolean`
  const rejected =
    withRejected && conditions.rejected
      ? Prisma.sql`(SELECT ${conditions.rejected} FROM delivery t WHERE t.id = c.id)`
      : Prisma.sql`NULL::boolean`
  return Prisma.sql`coalesce(${event}, ${rejected})`
}

/** The same, whatever the content of an item; the search entries are still what is read. */
export function withoutContent(sought: Sought): Sought {
  const { conditions } = sought
  const content = conditions.content && { ...conditions.content, condition: Prisma.sql`true` }
  return { ...sought, conditions: { ...conditions, content } }
}
