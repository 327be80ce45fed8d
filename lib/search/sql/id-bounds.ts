import { Prisma } from '@/lib/db/client'
import { idFloor, idTime } from '@/lib/db/id-time'
import type { FieldTerm, Term } from '../language/term'
import { type Span, spansOf } from './time-spans'

/** Which part of the answer is asked for. */
export interface PageBounds {
  /** Only ids below this one. */
  cursor?: string | undefined
  /** Only what may have become visible since this id did. */
  after?: string | undefined
  /** Of these only. */
  ids?: readonly string[] | undefined
}

/** Conditions on a column of ids of events or rejected deliveries. */
export type IdBounds = (column: Prisma.Sql) => Prisma.Sql[]

/**
 * What the terms on `received`, and the page, say of ids alone: never narrower than the terms themselves. Asked of every
 * table that is read by id, so that none is read further back than the window goes.
 */
export function idBounds(terms: readonly Term[], page: PageBounds, now: Date): IdBounds {
  const window = windowOf(terms, now)
  const { cursor, after, ids } = page
  return (column) => {
    const bounds: Prisma.Sql[] = []
    if (window.from) bounds.push(Prisma.sql`${column} >= ${idFloor(window.from)}::uuid`)
    if (window.to) {
      bounds.push(Prisma.sql`${column} < ${idFloor(new Date(window.to.getTime() + LONGEST_REQUEST_MS))}::uuid`)
    }
    if (after) {
      const floor = idFloor(new Date(idTime(after).getTime() - COMMIT_SPREAD_MS))
      bounds.push(Prisma.sql`${column} > ${floor}::uuid AND ${column} <> ${after}::uuid`)
    }
    if (cursor) bounds.push(Prisma.sql`${column} < ${cursor}::uuid`)
    if (ids) bounds.push(Prisma.sql`${column} = ANY(${[...ids]}::uuid[])`)
    return bounds
  }
}

/** The time in which everything that fits was received, as far as the terms say: without an end where they do not. */
export function windowOf(terms: readonly Term[], now: Date): Span {
  const asked = terms.filter((term): term is FieldTerm => term.kind === 'field' && term.key === 'received')
  const windows = asked.map((term) => hull(term.not ? complement(term) : term, now))
  return {
    from: furthest(windows.map(({ from }) => from).filter((from) => from !== null)),
    to: nearest(windows.map(({ to }) => to).filter((to) => to !== null)),
  }
}

/** An id is made when the whole request has arrived: that can be this much after `received_at`. */
const LONGEST_REQUEST_MS = 60_000

/** A commit may become visible this much after one with a newer id. */
const COMMIT_SPREAD_MS = 10_000

const OPPOSITE = { gt: 'lte', gte: 'lt', lt: 'gte', lte: 'gt', is: 'exists', exists: 'exists' } as const

/** What a negated term leaves; no bound at all where that is on both sides of it. */
function complement(term: FieldTerm): FieldTerm {
  return { ...term, op: OPPOSITE[term.op] }
}

/** The span from the first to the last of the times that fit a term. */
function hull({ op, values }: FieldTerm, now: Date): Span {
  const spans = spansOf(op, values, now)
  const [starts, ends] = [spans.map(({ from }) => from), spans.map(({ to }) => to)]
  return {
    from: starts.includes(null) ? null : nearest(starts.filter((start) => start !== null)),
    to: ends.includes(null) ? null : furthest(ends.filter((end) => end !== null)),
  }
}

function nearest(times: readonly Date[]): Date | null {
  return times.length > 0 ? new Date(Math.min(...times.map((time) => time.getTime()))) : null
}

function furthest(times: readonly Date[]): Date | null {
  return times.length > 0 ? new Date(Math.max(...times.map((time) => time.getTime()))) : null
}
