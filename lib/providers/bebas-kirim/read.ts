import { sha256Hex } from '../digest'
import { readEventType } from '../event-type'
import { isObject, type JsonObject, member, parseBody } from '../json'
import { identify, type Naming } from '../naming'
import { parseMoment } from '../occurred-at'
import type { HeaderList, Reading } from '../provider'
import { checkBody, namingOf } from '../reading'
import { layout } from './layout'

/**
 * What a delivery announces: everything stands in the body's envelope `{event, timestamp, tenant_id, data}`. No event id
 * is sent, so the dedupe key is derived. Never throws.
 */
export function read({ body }: { headers: HeaderList; body: Uint8Array }): Reading {
  const parsed = parseBody(body)
  if (!parsed.ok) {
    return {
      eventType: 'unknown',
      dedupeKey: `body:${sha256Hex(body)}`,
      occurredAt: null,
      subject: null,
      identifiers: [],
      problems: [parsed.problem],
    }
  }
  const { value, exact } = parsed
  const { eventType, problem } = readEventType(member(value, 'event'), 'the member "event" of the body')
  const naming = namingOf(layout, eventType)
  const data = member(exact, 'data')
  return {
    eventType,
    dedupeKey: dedupeKey(eventType, naming, exact, body),
    occurredAt: parseMoment(member(exact, 'timestamp')) ?? parseMoment(member(data, 'updated_at')),
    ...(naming && isObject(data) ? identify(naming, data) : { identifiers: [], subject: null }),
    problems: [problem, ...checkBody(layout, eventType, !problem, value)].filter((entry) => entry !== null),
  }
}

/** The key over event, tenant, the object's id, timestamp and body that contracts/notes.md asks for. */
function dedupeKey(eventType: string, naming: Naming | null, envelope: JsonObject, body: Uint8Array): string {
  const objectKey = naming?.names[0]?.[1] ?? ''
  const named = [
    member(envelope, 'tenant_id'),
    member(member(envelope, 'data'), objectKey),
    member(envelope, 'timestamp'),
  ]
  const texts = named.map((value) => (typeof value === 'string' || typeof value === 'number' ? value : null))
  return `event:${sha256Hex(JSON.stringify([eventType, ...texts]), '\n', body)}`
}
