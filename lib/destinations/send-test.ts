import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { deliver } from '@/lib/handlers/forward/deliver'
import { judge } from '@/lib/handlers/forward/judge'
import { type Sender, sharedSender } from '@/lib/handlers/forward/send'
import type { Exchange, HandlerEvent } from '@/lib/handlers/handler'
import { type LoadedDestination, loadDestination } from './load'
import { noDestination } from './lock'
import type { TestSent } from './schemas'

const TEST_TYPE = 'jejak.test'

/**
 * Sends a signed event of the type `jejak.test` to a destination, at once and once, switched on or off, and answers how it
 * fared. It changes nothing: not even a 410 switches the destination off. Throws `not_found`.
 */
export async function sendTest(
  id: string,
  actor: Actor,
  now: Date,
  { client = db(), sender = sharedSender() }: { client?: PrismaClient; sender?: Sender } = {},
): Promise<TestSent> {
  const destination = await loadDestination(id, { client })
  if (!destination) throw noDestination(id)
  const event = testEvent(destination, now)
  const delivering = { event, idempotencyKey: event.id, attemptNumber: 1, signal: new AbortController().signal }
  const { exchange, durationMs, ...answer } = await deliver(destination, delivering, { sender, now })
  const { result, error } = verdictOn(answer, durationMs, now)
  const outcome = error === null ? 'succeeded' : error.name === 'TimeoutError' ? 'timed_out' : 'failed'
  const detail = { outcome, status: answer.response?.status ?? null }
  await recordAudit(client, { actor, action: 'destination.tested', target: `destination:${id}`, detail })
  return {
    ...{ outcome, durationMs, result },
    error: error && { name: error.name, message: error.message, stack: null },
    request: exchange.request,
    response: exchange.response ? asText(exchange.response) : null,
  }
}

function verdictOn(
  { response, error }: Pick<Awaited<ReturnType<typeof deliver>>, 'response' | 'error'>,
  durationMs: number,
  now: Date,
): { result: string; error: null } | { result: null; error: Error } {
  if (error) return { result: null, error }
  if (!response) return { result: null, error: new Error('No answer came.') }
  try {
    return { result: judge(response, durationMs, now), error: null }
  } catch (judged) {
    if (!(judged instanceof Error)) throw judged
    return { result: null, error: judged }
  }
}

function testEvent({ id, name }: LoadedDestination, now: Date): HandlerEvent {
  const data = { destinationId: id, message: `A test from Jejak to ${name}: nothing happened.` }
  return {
    id: uuidv7(),
    provider: 'jejak',
    type: TEST_TYPE,
    source: { id, slug: 'test', name: 'Test' },
    verdict: 'unchecked',
    occurredAt: now,
    receivedAt: now,
    subject: null,
    identifiers: [],
    headers: [['content-type', 'application/json']],
    body: Buffer.from(JSON.stringify({ type: TEST_TYPE, timestamp: now.toISOString(), data })),
    edited: false,
  }
}

function asText({ body, ...rest }: NonNullable<Exchange['response']>): NonNullable<TestSent['response']> {
  return { ...rest, body: new TextDecoder().decode(body) }
}
