import { sha256Hex } from '../digest'
import { readEventType } from '../event-type'
import { headerValue } from '../headers'
import { type JsonObject, member, parseBody } from '../json'
import { identify } from '../naming'
import { parseMoment } from '../occurred-at'
import type { HeaderList, Reading, ReadingProblem } from '../provider'
import { checkBody, namingOf } from '../reading'
import { isStorable } from '../storable'
import { layout } from './layout'

export const EVENT_HEADER = 'X-BitByBit-Webhook-Event'
export const ID_HEADER = 'X-BitByBit-Webhook-Id'
export const TIMESTAMP_HEADER = 'X-BitByBit-Webhook-Timestamp'

const MAX_ID_LENGTH = 200
const MOMENT_KEYS = ['updatedAt', 'createdAt', 'receivedAt']

/**
 * What a delivery announces: type, id and time stand in the headers, the body is the bare object. The event's id is the
 * dedupe key; without one, type and body together are. Never throws.
 */
export function read({ headers, body }: { headers: HeaderList; body: Uint8Array }): Reading {
  const type = readEventType(headerValue(headers, EVENT_HEADER)?.trim(), `the ${EVENT_HEADER} header`)
  const id = readEventId(headers)
  const parsed = parseBody(body)
  const naming = namingOf(layout, type.eventType)
  const problems = parsed.ok ? checkBody(layout, type.eventType, !type.problem, parsed.value) : [parsed.problem]
  return {
    eventType: type.eventType,
    dedupeKey: id.value ?? `derived:${sha256Hex(type.eventType, '\n', body)}`,
    occurredAt: occurredAt(headers, parsed.ok ? parsed.exact : null),
    ...(parsed.ok && naming ? identify(naming, parsed.exact) : { identifiers: [], subject: null }),
    problems: [type.problem, id.problem, ...problems].filter((problem) => problem !== null),
  }
}

function readEventId(headers: HeaderList): { value: string | null; problem: ReadingProblem | null } {
  const value = headerValue(headers, ID_HEADER)?.trim() ?? ''
  if (value !== '' && value.length <= MAX_ID_LENGTH && isStorable(value)) return { value, problem: null }
  const fault = value === '' ? 'it is absent' : `it has ${value.length} characters or some that cannot be stored`
  const message = `Expected the event's id in the ${ID_HEADER} header; ${fault}. Repeats are told by type and body instead.`
  return { value: null, problem: { code: 'missing_event_id', message } }
}

function occurredAt(headers: HeaderList, body: JsonObject | null): Date | null {
  const given: unknown[] = [headerValue(headers, TIMESTAMP_HEADER), ...MOMENT_KEYS.map((key) => member(body, key))]
  for (const value of given) {
    const moment = parseMoment(value)
    if (moment) return moment
  }
  return null
}
