import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { PermanentError, RetryAfterError } from '@/lib/handlers/errors'
import { contextOf } from '@/lib/handlers/testing'
import { creditPoints } from '.'

it('credits the order once per run: every attempt sends the same idempotency key', async () => {
  const service = await loyaltyService(201)
  const handler = creditPoints(service.url)
  const result = await handler.run(contextOf('order.completed'))
  await handler.run(contextOf('order.completed', { attempt: { number: 2, trigger: 'retry' } }))
  expect(result).toBe('Credited: the loyalty service answered 201.')
  expect(service.received[0]).toMatchObject({ order: ['order_id:ORD-2024-001', 'order_number:BBS-2024-0001'] })
  expect(new Set(service.keys).size).toBe(1)
})

it.each([
  [400, PermanentError],
  [429, RetryAfterError],
  [500, Error],
])('tells from the answer %i whether trying again can help', async (status, expected) => {
  const { url } = await loyaltyService(status)
  const error: unknown = await creditPoints(url)
    .run(contextOf('order.completed'))
    .catch((thrown) => thrown)
  expect(error?.constructor).toBe(expected)
})

it('gives up when it is told to', async () => {
  const { url } = await loyaltyService(201)
  const run = creditPoints(url).run(contextOf('order.completed', { signal: AbortSignal.abort() }))
  await expect(run).rejects.toThrow(/aborted/)
})

async function loyaltyService(status: number) {
  const keys: unknown[] = []
  const received: unknown[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    keys.push(request.headers['idempotency-key'])
    received.push(JSON.parse(Buffer.concat(parts).toString()))
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the server listens nowhere')
  return { url: `http://127.0.0.1:${address.port}/v1/credits`, keys, received }
}
