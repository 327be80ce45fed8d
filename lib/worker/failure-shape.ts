import { createHash } from 'node:crypto'

const MAX_SHAPE = 300
const PARTS: readonly RegExp[] = [
  /\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi,
  /\b\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?/g,
  /\b(?=[a-z_-]*\d)[\w-]{12,}\b/gi,
  /"[^"]*"|'[^']*'|“[^”]*”/g,
  // An HTTP status is part of what went wrong.
  /(?<!\b(?:answered|status) \d*)\d+(?:[.,:]\d+)*/g,
]

/** An error's message without what differs from one case to the next: ids, times, quoted values and numbers become `…`. */
export function shapeOf(message: string): string {
  let shape = message
  for (const part of PARTS) shape = shape.replace(part, '…')
  return shape.replace(/\s+/g, ' ').trim().slice(0, MAX_SHAPE)
}

/** The id of the group of failures alike: the same target, the same shape. 16 hex digits. */
export function failureGroup(target: string, message: string): string {
  return createHash('sha256')
    .update(`${target}\n${shapeOf(message)}`)
    .digest('hex')
    .slice(0, 16)
}
