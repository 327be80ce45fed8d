import { randomUUID } from 'node:crypto'
import type { Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'

/** The secret that every server under test checks against. */
export const BENCH_SECRET = { id: 'bench', value: 'bench-secret-0123456789' }

/** The provider whose signature covers the body: its check costs the most. */
export function signingProvider(): Provider {
  const provider = providers.find((candidate) => candidate.goodVerdict === 'verified')
  if (!provider) throw new Error('no provider signs its bodies')
  return provider
}

export interface PreparedRequest {
  headers: Record<string, string>
  body: string
}

/** `count` genuine deliveries of distinct orders of 5,000 customers, as long as the documented sample. */
export function prepareRequests(count: number): PreparedRequest[] {
  const provider = signingProvider()
  const eventType = Object.keys(provider.eventTypes).find((type) => type.startsWith('order.')) ?? ''
  const sample = new TextDecoder().decode(provider.eventTypes[eventType]?.sample)
  const now = new Date()
  return Array.from({ length: count }, () => {
    const body = personalise(sample)
    const bytes = new TextEncoder().encode(body)
    const headers = provider.sign({ eventType, body: bytes, secret: BENCH_SECRET, now, eventId: `evt_${randomUUID()}` })
    return { headers: Object.fromEntries(headers), body }
  })
}

/** Gives the sample's ids, numbers and phone fresh digits of the same length, so that indexes grow as they would. */
function personalise(sample: string): string {
  const customer = String(Math.floor(Math.random() * 5_000)).padStart(4, '0')
  const order = randomUUID().replaceAll('-', '')
  return sample
    .replace(/("id":\s*")order_[^"]*/, `$1order_${order.slice(0, 12)}`)
    .replace(/("orderId":\s*")[^"]*/, `$1ORD-${order.slice(12, 20)}`)
    .replace(/("orderNumber":\s*")[^"]*/, `$1${Number.parseInt(order.slice(20, 30), 16)}`)
    .replace(/("id":\s*")cust_[^"]*/, `$1cust_${customer}`)
    .replace(/("email":\s*")[^"]*/, `$1john${customer}@example.com`)
    .replace(/("phoneNumber":\s*"\+62812)\d{4}/, `$1${customer}`)
}
