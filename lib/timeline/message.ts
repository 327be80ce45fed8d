import type { MessageText } from './schemas'

/** A message out of the value of the field `lastMessage`, whole; null where it is none. */
export function toMessage(value: unknown): MessageText | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const told = new Map<string, unknown>(Object.entries(value))
  const of = (name: keyof MessageText) => {
    const member = told.get(name)
    return typeof member === 'string' && member !== '' ? member : null
  }
  return {
    direction: of('direction'),
    text: of('text'),
    channel: of('channel'),
    template: of('template'),
    status: of('status'),
  }
}

/** The message that a mention tells of; null where it tells of none. */
export function messageIn(set: object | null): MessageText | null {
  return set !== null && 'lastMessage' in set ? toMessage(set.lastMessage) : null
}
