import type { Fault } from './term'
import type { Token } from './tokens'

/** A fault of a whole token. `message` says what was expected and what to do; what came is put behind it. */
export function faultOf(
  token: Token,
  code: Fault['code'],
  message: string,
  params: Record<string, string>,
  suggestion: string | null,
): Fault {
  return { code, start: token.start, end: token.end, token: token.text, message, params, suggestion }
}

const CAME_LENGTH = 80

/** A text as a message quotes it, cut where it is long. */
export function quoted(text: string): string {
  return `"${text.length > CAME_LENGTH ? `${text.slice(0, CAME_LENGTH)}…` : text}"`
}
