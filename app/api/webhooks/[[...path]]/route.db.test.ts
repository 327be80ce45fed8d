import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closeIngest } from '@/lib/ingest/ingest'
import { type IngestBench, startIngest, TEST_SECRET } from '@/lib/ingest/testing'
import { providers } from '@/lib/providers/registry'

/** The same requests to the server's fast path and to the Next route handler: what comes back must not differ. */
type Mount = (path: string, init: RequestInit) => Promise<Response>

let bench: IngestBench
let mounts: { fast: Mount; next: Mount }
beforeAll(async () => {
  bench = await startIngest()
  vi.stubEnv('DATABASE_URL', bench.databaseUrl)
  vi.stubEnv('JEJAK_SECRET', 'a-master-secret-for-tests')
  const route = await import('./route')
  mounts = {
    fast: (path, init) => fetch(bench.url + path, init),
    next: (path, init) => route[(init.method ?? 'GET') as 'POST'](new Request(`http://localhost${path}`, init)),
  }
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await closeIngest()
  await bench.close()
})

describe.each(providers.map((provider) => [provider.label, provider] as const))('for %s', (_, provider) => {
  const [eventType, contract] = Object.entries(provider.eventTypes)[0] ?? []
  const path = `/api/webhooks/${provider.id}`
  const post = (text: string, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    body: text,
    headers,
  })
  const genuine = (text: string, secret = TEST_SECRET.value, eventId = `evt_${text.length}`): RequestInit => {
    const body = new TextEncoder().encode(text)
    const signed = provider.sign({
      eventType: eventType ?? '',
      body,
      secret: { id: 's', value: secret },
      now: new Date(),
      eventId,
    })
    return post(text, Object.fromEntries(signed))
  }
  const sample = new TextDecoder().decode(contract?.sample)

  it.each<[string, () => [string, RequestInit]]>([
    ['a repeat', () => [path, genuine(sample, undefined, 'evt_repeat')]],
    ['a body that is not JSON, seen before', () => [path, genuine('not json', undefined, 'evt_text')]],
    ['another secret', () => [path, genuine(sample, 'another-secret-entirely')]],
    ['no signature or key', () => [path, post(sample)]],
    ['nonsense for a signature or key', () => [path, post(sample, { authorization: '\u00e9', 'x-bad': '1' })]],
    ['a body over the limit', () => [path, genuine('x'.repeat(300_000))]],
    ['another method', () => [path, { method: 'PUT', body: '{}' }]],
    ['reading it in a browser', () => [path, { method: 'GET' }]],
    ['a disabled source', () => [`${path}/off`, genuine(sample)]],
    ['a source that does not exist', () => [`${path}/nowhere`, genuine(sample)]],
    ['a path with too many parts', () => [`${path}/a/b/c`, genuine(sample)]],
    ['an unknown provider', () => ['/api/webhooks/nobody?x=1', post('{}')]],
    ['no provider at all', () => ['/api/webhooks', post('{}')]],
  ])('both mounts answer the same to %s', async (_case, make) => {
    if (
      _case === 'a disabled source' &&
      !(await bench.prisma.source.findFirst({ where: { provider: provider.id, slug: 'off' } }))
    ) {
      await bench.addSource(provider, 'off', { enabled: false })
    }
    const [target, init] = make()
    if (init.method === 'POST') await mounts.fast(target, init)
    const [fast, next] = [await comparable(mounts.fast(target, init)), await comparable(mounts.next(target, init))]
    expect(next).toEqual(fast)
  })
})

/** Status, headers and the body's bytes, with the delivery's own id taken out. */
async function comparable(answer: Promise<Response>) {
  const response = await answer
  const named = ['content-type', 'cache-control', 'allow', 'retry-after', 'content-length']
  const text = await response.text()
  return {
    status: response.status,
    headers: Object.fromEntries(named.map((name) => [name, response.headers.get(name)])),
    body: text.replace(/"deliveryId":"[\da-f-]{36}"/, '"deliveryId":"…"'),
  }
}
