import { createHmac } from 'node:crypto'
import { sha256Hex } from '../digest'
import type { SignInput } from '../provider'
import { EVENT_HEADER, ID_HEADER, TIMESTAMP_HEADER } from './read'
import { SIGNATURE_HEADER } from './signature'

/** The headers of a genuine delivery of `body`, of an event of `occurredAt`, signed at `now`. */
export function sign({
  eventType,
  body,
  secret,
  now,
  eventId,
  occurredAt,
}: SignInput): [name: string, value: string][] {
  const time = unixSeconds(now)
  const digest = createHmac('sha256', secret.value).update(`${time}.`).update(body).digest('hex')
  return [
    ['Content-Type', 'application/json'],
    ['User-Agent', 'BitByBit-Webhooks/1.0'],
    [ID_HEADER, eventId ?? `evt_${sha256Hex(eventType, body).slice(0, 24)}`],
    [EVENT_HEADER, eventType],
    [TIMESTAMP_HEADER, unixSeconds(occurredAt ?? now)],
    [SIGNATURE_HEADER, `t=${time},v1=${digest}`],
  ]
}

function unixSeconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1000))
}
