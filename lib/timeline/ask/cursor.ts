import { invalidParameters } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import type { Place } from '../mention'

/** Where a page of a list of entities ended. */
export interface ListPlace {
  lastAt: Date
  id: string
}

/** Where a page of a timeline ended. */
export interface TimelinePlace extends Place {
  eventId: string
}

const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}'
/** Fifteen digits of milliseconds are less than a date can hold. */
const LIST = new RegExp(`^e\\.(\\d{1,15})\\.(${UUID})$`)
const TIMELINE = new RegExp(`^([ad])\\.(\\d{1,15})\\.(\\d{1,4})\\.(-?\\d{1,19})\\.(${UUID})$`)

/** The cursor of a list of entities: opaque to whoever gets it. */
export function listCursor({ lastAt, id }: ListPlace): string {
  return seal(`e.${lastAt.getTime()}.${id}`)
}

/** What `listCursor` was made of. Throws `invalid_request` for anything else. */
export function readListCursor(cursor: string): ListPlace {
  const [, at, id] = LIST.exec(open(cursor)) ?? []
  if (at === undefined || id === undefined) throw notOurs()
  return { lastAt: new Date(Number(at)), id }
}

/** The cursor of a timeline in one of its orders. */
export function timelineCursor(order: 'asc' | 'desc', { at, rank, tie, eventId }: TimelinePlace): string {
  return seal(`${order[0]}.${at}.${rank}.${tie}.${eventId}`)
}

/** What `timelineCursor` was made of. Throws `invalid_request` for anything else, and for a cursor of the other order. */
export function readTimelineCursor(order: 'asc' | 'desc', cursor: string): TimelinePlace {
  const [, direction, at, rank, tie, eventId] = TIMELINE.exec(open(cursor)) ?? []
  if (direction !== order[0] || at === undefined || rank === undefined || tie === undefined || eventId === undefined) {
    throw notOurs()
  }
  if (BigInt.asIntN(64, BigInt(tie)) !== BigInt(tie)) throw notOurs()
  return { at: Number(at), rank: Number(rank), tie, eventId }
}

function seal(text: string): string {
  return Buffer.from(text).toString('base64url')
}

function open(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8')
}

function notOurs() {
  const message = say('expected.cursorOfSame')
  return invalidParameters([{ parameter: 'cursor', message }])
}
