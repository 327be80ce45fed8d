import { randomBytes } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { deliver } from '@/lib/handlers/forward/deliver'
import { judge } from '@/lib/handlers/forward/judge'
import { createSender } from '@/lib/handlers/forward/send'
import { contextOf } from '@/lib/handlers/testing'
import { createReceiver } from '.'

const NEW_SECRET = () => `whsec_${randomBytes(32).toString('base64')}`

describe('the receiver of docs/forwarding.md', () => {
  it('takes what the forward handler sends, byte for byte, and a repeat of it without working twice', async () => {
    const secret = NEW_SECRET()
    const worked: [type: string, body: Buffer][] = []
    const url = await listen(secret, async (type, body) => void worked.push([type, body]))
    expect(await forward(url, secret, 1)).toBe(204)
    expect(await forward(url, secret, 2)).toBe(204)
    expect(worked).toEqual([['order.created', Buffer.from(contextOf('order.created').event.body)]])
  })

  it('refuses what another secret signed', async () => {
    const url = await listen(NEW_SECRET(), async () => {})
    expect(await forward(url, NEW_SECRET(), 1)).toBe(401)
  })

  it('refuses what was signed too long ago', async () => {
    const secret = NEW_SECRET()
    const url = await listen(secret, async () => {})
    expect(await forward(url, secret, 1, new Date(Date.now() - 301_000))).toBe(401)
  })

  it('asks to try again where its work failed, and works then', async () => {
    const secret = NEW_SECRET()
    let calls = 0
    const url = await listen(secret, async () => {
      calls += 1
      if (calls === 1) throw new Error('the database is away')
    })
    expect(await forward(url, secret, 1)).toBe(500)
    expect(await forward(url, secret, 2)).toBe(204)
    expect(calls).toBe(2)
  })
})

async function listen(secret: string, work: (type: string, body: Buffer) => Promise<void>): Promise<string> {
  const server = createReceiver(secret, work)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the receiver listens nowhere')
  return `http://127.0.0.1:${address.port}/webhooks`
}

/** One attempt by the forward handler's own means; the status that came back. */
async function forward(url: string, secret: string, attemptNumber: number, now = new Date()): Promise<number> {
  const sender = createSender({ allow: ['127.0.0.1'] })
  onTestFinished(() => sender.close())
  const { event, idempotencyKey, signal } = contextOf('order.created')
  const destination = {
    id: 'd',
    name: 'd',
    url,
    enabled: true,
    timeoutMs: 5000,
    headers: {},
    forwardHeaders: [],
    secret,
  }
  const { response, error } = await deliver(
    destination,
    { event, idempotencyKey, attemptNumber, signal },
    { sender, now },
  )
  if (!response) throw error ?? new Error('no answer')
  if (response.status === 204) expect(judge(response, 1, now)).toBe('204 in 1 ms')
  return response.status
}
