import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { seedApiToken } from '@/lib/auth/api-token'
import { ADMIN } from '@/lib/auth/testing'
import { type Delivery, type IngestBench, send, startIngest, TEST_SECRET } from '@/lib/ingest/testing'
import type { Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import { exportEvents } from '@/lib/search/export/export-events'
import { type ExportQuery, exportQuerySchema } from '@/lib/search/export/schemas'
import { countWaiting } from '@/lib/search/index/count-waiting'
import { GET } from './route'

const TOKEN = 'a-token-for-the-tests'
const EVENTS = 260
const SMUGGLED = 'a-key-that-a-gateway-added'
let bench: IngestBench

beforeAll(async () => {
  bench = await startIngest()
  for (const [name, value] of Object.entries({
    DATABASE_URL: bench.databaseUrl,
    JEJAK_SECRET: 'a key for tests only',
    JEJAK_API_TOKEN: TOKEN,
  })) {
    vi.stubEnv(name, value)
  }
  await seedApiToken(TOKEN, bench.prisma)
  const [first] = providers as [Provider]
  for (let index = 0; index < EVENTS; index += 1) await send(bench.url, order(first, index))
  for (const provider of providers) {
    const headers = { 'x-gateway-token': SMUGGLED, 'x-note': `key=${TEST_SECRET.value}`, cookie: SMUGGLED }
    await send(bench.url, { ...order(provider, 900), headers })
    await send(bench.url, { ...order(provider, 901), headers, secret: 'a-wrong-secret-of-some-length' })
  }
}, 60_000)
afterAll(async () => {
  await bench.close()
  vi.unstubAllEnvs()
})

function order(provider: Provider, index: number): Delivery {
  const [eventType, contract] = Object.entries(provider.eventTypes).find(([type]) => type.startsWith('order.')) ?? []
  if (!eventType || !contract) throw new Error('no order event')
  const sample = new TextDecoder().decode(contract.sample)
  const text = sample.replace(/("(?:orderNumber|order_number)":\s*)"[^"]*"/, `$1"=N${index}"`)
  return { provider, eventType, body: new TextEncoder().encode(text), eventId: `evt_${provider.id}_${index}` }
}

function ask(query: string, headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) {
  const request = new Request(`http://jejak.test/api/v1/events/export${query}`, {
    headers: { host: 'jejak.test', ...headers },
  })
  return GET(request, { params: Promise.resolve({}) })
}

const linesOf = (text: string) => text.trimEnd().split('\n')

interface Asked extends Partial<ExportQuery> {
  signal?: AbortSignal
}

async function exported({ signal = new AbortController().signal, ...query }: Asked = {}) {
  const asked = { ...exportQuerySchema.parse({}), ...query }
  const { stream } = await exportEvents(asked, ADMIN, { signal, client: bench.prisma, pageSize: 7 })
  return stream
}

const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).text()

it('answers nobody who is not known', async () => {
  expect((await ask('', {})).status).toBe(401)
})

it('answers everything that matches once, newest first, as a file', async () => {
  const response = await ask('?rejected=include')
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="jejak-events-\d{4}-\d\d-\d\d-\d{4}\.ndjson"$/,
  )
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  const rows = linesOf(await response.text()).map((line) => JSON.parse(line))
  const events = await bench.prisma.event.findMany({ select: { id: true } })
  const rejected = await bench.prisma.delivery.findMany({ where: { eventId: null }, select: { id: true } })
  const ids = [...events, ...rejected].map(({ id }) => id).sort()
  expect(rows.map(({ id }) => id)).toEqual(ids.reverse())
  expect(rejected).toHaveLength(providers.length)
})

it('goes from page to page to the end', async () => {
  const rows = linesOf(await textOf(await exported())).map((line) => JSON.parse(line))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(EVENTS + providers.length)
  expect(rows).toHaveLength(EVENTS + providers.length)
})

it('has of each row what the list has, its names, its payload and its headers', async () => {
  const [row] = linesOf(await (await ask('?q=order:%3DN17')).text()).map((line) => JSON.parse(line))
  const event = await bench.prisma.event.findUniqueOrThrow({ where: { id: row.id } })
  const delivery = await bench.prisma.delivery.findUniqueOrThrow({ where: { id: event.firstDeliveryId } })
  expect(row).toMatchObject({ dedupeKey: event.dedupeKey, deliveryId: delivery.id, deliveryCount: 1, runs: [] })
  expect(row.payload).toEqual(JSON.parse(Buffer.from(delivery.body).toString()))
  expect(row.headers.map(([name, value]: string[]) => `${name}: ${value}`).join('\n')).toBe(delivery.headers)
  expect(row.identifiers).toContainEqual({ scheme: 'order_number', value: expect.stringContaining('17') })
})

describe.each(['ndjson', 'csv'] as const)('as %s', (format) => {
  it('shows no secret, whoever sent it and wherever it stood', async () => {
    const text = await (await ask(`?rejected=include&format=${format}`)).text()
    expect(text).toContain('evt_')
    for (const secret of [SMUGGLED, TEST_SECRET.value, 'a-wrong-secret-of-some-length']) {
      expect(text).not.toContain(secret)
    }
  })

  it('refuses what the language does not understand before anything is sent', async () => {
    const response = await ask(`?format=${format}&q=colour:red`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('colour')
  })

  it('reads no more once nobody listens', async () => {
    const aborted = new AbortController()
    const reader = (await exported({ format, signal: aborted.signal })).getReader()
    await reader.read()
    await reader.read()
    aborted.abort()
    await expect(
      (async () => {
        for (let part = await reader.read(); !part.done; part = await reader.read());
      })(),
    ).rejects.toThrow('abort')
  })
})

it('is a table with a head, in which no cell is a formula', async () => {
  const response = await ask('?format=csv')
  expect(response.headers.get('content-type')).toContain('text/csv')
  const lines = (await response.text()).split('\r\n')
  expect(lines[0]).toMatch(/^kind,id,receivedAt,/)
  expect(lines).toHaveLength(EVENTS + providers.length + 2)
  expect(lines.flatMap((line) => line.split(',')).filter((cell) => /^"?[=+@]/.test(cell))).toEqual([])
})

it('records who exported what', async () => {
  await (await ask('?q=order:%3DN17&format=csv')).text()
  const entry = await bench.prisma.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(entry).toMatchObject({ action: 'events.exported', detail: { q: 'order:=N17', format: 'csv' } })
  expect(entry.actor).toMatch(/^token:/)
})

it('says of how many the content is not indexed yet, where the query asks for content', async () => {
  const notIndexed = async (query: string) => {
    const response = await ask(query)
    await response.body?.cancel()
    return response.headers.get('x-jejak-not-indexed')
  }
  const waiting = await countWaiting(bench.prisma)
  expect(waiting).toBeGreaterThanOrEqual(EVENTS)
  expect(await notIndexed('?q=N17')).toBe(String(waiting))
  expect(await notIndexed('?q=order:%3DN17')).toBeNull()
  await bench.prisma.$executeRaw`
    INSERT INTO search_entry (id, text) SELECT id, '' FROM event UNION ALL SELECT id, '' FROM delivery WHERE event_id IS NULL`
  await bench.prisma.$executeRaw`TRUNCATE pending_index, pending_batch`
  expect(await notIndexed('?q=N17')).toBeNull()
})

describe('where the database fails on the way', () => {
  async function failing(format: ExportQuery['format']) {
    const stream = await exported({ format })
    await bench.prisma.$executeRaw`ALTER TABLE delivery RENAME TO delivery_away`
    try {
      return await textOf(stream)
    } finally {
      await bench.prisma.$executeRaw`ALTER TABLE delivery_away RENAME TO delivery`
    }
  }

  it('the last line of NDJSON says so', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    const last = JSON.parse(linesOf(await failing('ndjson')).at(-1) ?? '')
    expect(last).toEqual({ error: { code: 'internal', message: expect.stringContaining('not complete') } })
    expect(told).toHaveBeenCalled()
    told.mockRestore()
  })

  it('a table breaks off with an error', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(failing('csv')).rejects.toThrow()
    told.mockRestore()
  })
})
