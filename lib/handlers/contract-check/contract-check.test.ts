import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import { PermanentError } from '../errors'
import { contextOf, type Given } from '../testing'
import { contractCheck } from '.'

const cases = providers.flatMap((provider) =>
  Object.entries(provider.eventTypes).map(([type, { sample }]) => ({ provider, id: provider.id, type, sample })),
)
const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes))
const check = (type: string, given: Given = {}) => contractCheck.run(contextOf(type, given))
/** Of the provider whose bodies are bare objects. */
const sampleOf = (type: string) => parse(cases.find((one) => one.type === type)?.sample ?? new Uint8Array())

async function fault(type: string, given: Given): Promise<string> {
  const error: unknown = await check(type, given).catch((thrown) => thrown)
  if (!(error instanceof PermanentError)) throw new Error(`expected a PermanentError, came ${error}`)
  return error.message
}

/** What ingestion notes with the event. */
function problemsOf(provider: Provider, type: string, given: Given) {
  const { event } = contextOf(type, { ...given, provider })
  return provider.read({ headers: event.headers, body: event.body }).problems
}

describe.each(cases)('$id $type', ({ provider, type, sample }) => {
  it('is as documented where it is the sample', async () => {
    expect(await check(type, { provider })).toBe('As documented.')
  })

  it('is as documented with further fields, which are named', async () => {
    const body = { ...parse(sample), giftNote: 'secret words' }
    const bare = provider.eventTypes[type]?.schema.safeParse({}).success
    expect(await check(type, { provider, body })).toBe(
      bare ? 'As documented.' : 'As documented; 1 further field: giftNote',
    )
  })
})

describe('a body that differs', () => {
  it('fails with every path that differs, and no value', async () => {
    const { orderId, ...rest } = sampleOf('order.created')
    const body = { ...rest, status: 7, total: 'secret-150000', lineItems: [{ id: 'l', quantity: null, price: 1 }] }
    expect(await fault('order.created', { body })).toBe(
      'Not as documented: orderId: expected string, received nothing; status: expected string, received number; ' +
        'total: expected number, received string; lineItems[0].quantity: expected number, received null; ' +
        'lineItems[0].title: expected string, received nothing.',
    )
  })

  it('names twenty paths and counts the others', async () => {
    const lineItems = Array.from({ length: 30 }, () => ({ id: 1, quantity: 1, price: 1, title: 't' }))
    const message = await fault('order.created', { body: { ...sampleOf('order.created'), lineItems } })
    expect(message.match(/lineItems\[\d+\]\.id/g)).toHaveLength(20)
    expect(message).toMatch(/lineItems\[19\]\.id: expected string, received number; and 10 more\.$/)
  })

  it.each([
    ['', 'Expected a JSON object; received an empty body.'],
    ['<html>', 'The body is not JSON'],
    ['[]', 'Expected a JSON object; received array.'],
  ])('such as %j fails with what it is', async (text, message) => {
    expect(await fault('order.created', { body: new TextEncoder().encode(text) })).toContain(message)
  })

  it('fails where the header with the event id is missing, as ingestion noted', async () => {
    const { event } = contextOf('order.created')
    const headers = event.headers.filter(([, value]) => value === event.type)
    expect(await fault('order.created', { headers })).toContain("Expected the event's id")
  })
})

describe('an event type that nobody documented', () => {
  it.each(providers.map((provider) => [provider.id, provider] as const))(
    'fails for %s, saying what to do',
    async (_, provider) => {
      const [type = '', contract] = Object.entries(provider.eventTypes)[0] ?? []
      const renamed = new TextDecoder().decode(contract?.sample).replace(`"${type}"`, '"order.cloned"')
      const message = await fault('order.cloned', { provider, body: new TextEncoder().encode(renamed) })
      const count = Object.keys(provider.eventTypes).length
      expect(message).toContain(
        `order.cloned is not among the ${count} documented event types of ${provider.label}; if it is new,`,
      )
      expect(message).toContain(provider.docsUrl)
    },
  )

  it.each(['__proto__', 'constructor'])('fails for %s like for any other', async (type) => {
    const [provider] = providers
    expect(await fault(type, { provider, body: { id: '1' } })).toContain(`${type} is not among`)
  })
})

describe('a type that is documented without a body', () => {
  it('takes any object and nothing else', async () => {
    expect(await check('customer.deleted', { body: {} })).toBe('As documented.')
    expect(await check('customer.deleted', { body: { id: 7, anything: [] } })).toBe('As documented.')
    expect(await fault('customer.deleted', { body: ['x'] })).toContain('Expected a JSON object')
  })
})

describe('further fields', () => {
  it('are named by path, five of them and how many there are, never by value', async () => {
    const order = sampleOf('order.created')
    const lineItems = [...order.lineItems, { ...order.lineItems[0], gift: { wrap: 'secret' } }]
    const body = {
      ...order,
      customer: { ...order.customer, vat: 'secret' },
      lineItems,
      a: 1,
      b: { c: 1 },
      d: [],
      e: null,
    }
    expect(await check('order.created', { body })).toBe(
      'As documented; 6 further fields: customer.vat, lineItems[].gift, a, b, d, …',
    )
  })

  it('are none where another sample of the same kind shows them', async () => {
    const { orderNumber, currency, shippingAddress } = sampleOf('order.created')
    const body = { ...sampleOf('order.updated'), orderNumber, currency, shippingAddress }
    expect(await check('order.updated', { body })).toBe('As documented.')
  })

  it('are none inside of what the samples leave open', async () => {
    const body = { ...sampleOf('product.created'), media: { url: 'https://x' }, options: [{ name: 'Size' }] }
    expect(await check('product.created', { body })).toBe('As documented.')
  })

  it('of ten thousand make one short line', async () => {
    const more = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`field\u0000 ${at} ${'x'.repeat(100)}`, 1]),
    )
    const line = await check('order.created', { body: { ...sampleOf('order.created'), ...more } })
    expect(line).toMatch(/^As documented; 100 or more further fields: field 0 x+…, /)
    expect(line.length).toBeLessThanOrEqual(300)
  })
})

it('reads a compressed body as ingestion does, and a changed copy as it was written', async () => {
  const { event } = contextOf('order.created')
  const headers = [...event.headers, ['content-encoding', 'gzip'] as const]
  expect(await check('order.created', { headers, body: gzipSync(event.body) })).toBe('As documented.')
  expect(await fault('order.created', { headers, body: event.body })).toContain('cannot be unpacked')
  expect(await check('order.created', { headers, body: event.body, edited: true })).toBe('As documented.')
})

it('finds a fault exactly where ingestion noted one, and begins with the same words', async () => {
  const changed = fc.record({ of: fc.constantFrom(...cases), seed: fc.nat(), value: fc.jsonValue() })
  await fc.assert(
    fc.asyncProperty(changed, async ({ of: { provider, type, sample }, seed, value }) => {
      const body = new TextEncoder().encode(JSON.stringify(replaceOne(parse(sample), seed, value)))
      const problems = problemsOf(provider, type, { body })
      if (problems.length === 0) {
        expect(await check(type, { provider, body })).toMatch(/^As documented/)
        return
      }
      const message = await fault(type, { provider, body })
      for (const { code, message: noted } of problems) {
        if (code !== 'unknown_event_type') expect(message).toContain(noted.replace(/; and \d+ more$/, ''))
      }
    }),
    { numRuns: 300 },
  )
})

it('fails for good where the provider is no longer known', async () => {
  const context = contextOf('order.created')
  const gone = { ...context, event: { ...context.event, provider: 'gone' } }
  await expect(contractCheck.run(gone)).rejects.toThrow(PermanentError)
})

function replaceOne(json: unknown, seed: number, value: unknown): unknown {
  if (typeof json !== 'object' || json === null) return value
  const keys = Object.keys(json)
  const key = keys[seed % (keys.length + 1)]
  if (key === undefined) return value
  const inner = replaceOne(Reflect.get(json, key), Math.floor(seed / (keys.length + 1)), value)
  return Array.isArray(json)
    ? json.map((item, index) => (String(index) === key ? inner : item))
    : { ...json, [key]: inner }
}
