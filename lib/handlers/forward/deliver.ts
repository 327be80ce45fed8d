import type { LoadedDestination } from '@/lib/destinations/load'
import type { Exchange, HandlerEvent } from '../handler'
import { forwardHeaders } from './headers'
import { keptExchange } from './keep'
import type { Answer, Sender } from './send'
import { messageId, sign } from './sign'

export interface Delivering {
  event: HandlerEvent
  idempotencyKey: string
  attemptNumber: number
  signal: AbortSignal
}

/** Sends an event to a destination, signed now. Answers what came back, and the exchange as it may be shown. */
export async function deliver(
  destination: LoadedDestination,
  { event, idempotencyKey, attemptNumber, signal }: Delivering,
  { sender, now }: { sender: Sender; now: Date },
): Promise<Answer & { exchange: Exchange }> {
  const { url, timeoutMs, secret } = destination
  const { body } = event
  const signed = sign({ messageId: messageId(idempotencyKey), body, now }, secret)
  const headers = [...forwardHeaders(destination, event, attemptNumber), ...signed]
  const answer = await sender.send({ url, headers, body, timeoutMs, signal })
  return { ...answer, exchange: keptExchange(destination, headers, answer.response) }
}
