import { PermanentError, RetryAfterError } from '@/lib/handlers/errors'
import { defineHandler, type Handler } from '@/lib/handlers/handler'

/** Credits loyalty points at `url` when an order is completed. */
export function creditPoints(url: string): Handler {
  return defineHandler({
    name: 'credit-points',
    title: 'Credit points',
    description: 'Credits loyalty points when an order is completed.',
    on: ['order.completed'],
    timeoutMs: 10_000,
    async run({ facts, idempotencyKey, signal }) {
      const order = facts.find((fact) => fact.fact === 'state' && fact.kind === 'order')
      if (!order) throw new PermanentError('The event names no order that points could be credited for.')
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify({ order: order.names, state: order.set.state }),
        signal,
      })
      if (response.ok) return `Credited: the loyalty service answered ${response.status}.`
      const message = `The loyalty service answered ${response.status}.`
      if (response.status === 429) {
        throw new RetryAfterError(message, (Number(response.headers.get('retry-after')) || 60) * 1000)
      }
      if (response.status >= 400 && response.status < 500) throw new PermanentError(message)
      throw new Error(message)
    },
  })
}
