import { createHash, createHmac } from 'node:crypto'

const SECRET_PREFIX = 'whsec_'

/**
 * The three headers of Standard Webhooks (github.com/standard-webhooks/standard-webhooks, spec, "Signature scheme") for a
 * body, byte for byte. `secret` is `whsec_` and base64.
 */
export function sign(
  { messageId, body, now }: { messageId: string; body: Uint8Array; now: Date },
  secret: string,
): [name: string, value: string][] {
  const timestamp = Math.floor(now.getTime() / 1000)
  const key = Buffer.from(secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret, 'base64')
  const signature = createHmac('sha256', key).update(`${messageId}.${timestamp}.`).update(body).digest('base64')
  return [
    ['webhook-id', messageId],
    ['webhook-timestamp', String(timestamp)],
    ['webhook-signature', `v1,${signature}`],
  ]
}

/** The `webhook-id` of a piece of work: the same for every attempt, and free of the full stop that the scheme parts by. */
export function messageId(idempotencyKey: string): string {
  const isPlain = /^[\w-]{1,64}$/.test(idempotencyKey)
  return `msg_${isPlain ? idempotencyKey : createHash('sha256').update(idempotencyKey).digest('hex')}`
}
