import type { PrismaClient } from '@/lib/db/client'
import { disableGone } from '@/lib/destinations/disable'
import type { LoadedDestination } from '@/lib/destinations/load'
import { PermanentError } from '../errors'
import type { HandlerContext } from '../handler'
import { deliver } from './deliver'
import { judge } from './judge'
import type { Sender } from './send'

export interface ForwardParts {
  client: PrismaClient
  load(destinationId: string): Promise<LoadedDestination | null>
  sender: Sender
  clock(): Date
}

/**
 * One attempt to forward an event. Answers such as `200 in 34 ms`; throws an error in words for people where it was not
 * taken. A destination that answers 410 is switched off.
 */
export async function runForward(context: HandlerContext, parts: ForwardParts): Promise<string> {
  const destination = await presentDestination(context.destinationId, parts)
  const { event, idempotencyKey, signal, attempt } = context
  const delivering = { event, idempotencyKey, signal, attemptNumber: attempt.number }
  const sent = await deliver(destination, delivering, { sender: parts.sender, now: parts.clock() })
  context.keep(sent.exchange)
  if (sent.error) throw sent.error
  if (!sent.response) throw new Error('The exchange ended with neither an answer nor an error.')
  if (sent.response.status === 410 && (await disableGone(destination.id, destination.url, parts.client))) {
    throw new PermanentError('The destination answered 410 (gone): it takes no more events, so it was switched off.')
  }
  return judge(sent.response, sent.durationMs, parts.clock())
}

async function presentDestination(id: string | null, { load }: ForwardParts) {
  const destination = id === null ? null : await load(id)
  if (!destination) throw new PermanentError('The destination was deleted: there is nowhere to forward this event to.')
  if (!destination.enabled) {
    throw new Error(
      `The destination ${destination.name} was switched off just now; this run waits until it is on again.`,
    )
  }
  return destination
}
