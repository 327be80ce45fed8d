import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 } from 'uuid'
import { connect, type PrismaClient } from '@/lib/db/client'
import { createTestDatabase } from '@/lib/db/testing'
import type { Provider, Secret } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import { createVault } from '@/lib/vault/vault'
import { createIngest } from './ingest'
import { handleNodeRequest } from './node-mount'

export const TEST_VAULT = createVault('a-master-secret-for-tests')
export const TEST_SECRET: Secret = { id: 'test', value: 'whsec-test-0123456789' }

export interface IngestBench {
  url: string
  prisma: PrismaClient
  databaseUrl: string
  server: Server
  /** Adds a source with its secret, or without one. */
  addSource(provider: Provider, slug: string, options?: SourceOptions): Promise<string>
  close(): Promise<void>
}

export interface SourceOptions {
  secret?: string | null
  enabled?: boolean
  rejectedStatus?: number
  rejectedKeep?: number
  maxBodyBytes?: number
}

/** A real HTTP server in front of a real ingestion over a database of its own, one default source per provider. */
export async function startIngest(): Promise<IngestBench> {
  const database = await createTestDatabase()
  const prisma = connect(database.url)
  const store = await prisma.store.create({ data: { name: 'Default' } })
  const ingest = createIngest({ databaseUrl: database.url, vault: TEST_VAULT, webhookSecret: () => undefined })
  const server = createServer({ maxHeaderSize: 32 * 1024 }, (request, response) => {
    if (!handleNodeRequest(request, response, ingest)) response.writeHead(404).end()
  })
  server.maxHeadersCount = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  async function addSource(provider: Provider, slug: string, options: SourceOptions = {}): Promise<string> {
    const { secret = TEST_SECRET.value, ...settings } = options
    const id = v7()
    const secretId = v7()
    const sealed = secret && TEST_VAULT.seal(secret, `source_secret:${secretId}`)
    const secrets = sealed ? { create: { id: secretId, ciphertext: sealed, hint: '' } } : undefined
    const data = { id, storeId: store.id, provider: provider.id, slug, name: slug, ...settings }
    await prisma.source.create({ data: secrets ? { ...data, secrets } : data })
    return id
  }
  for (const provider of providers) await addSource(provider, 'default')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    prisma,
    databaseUrl: database.url,
    server,
    addSource,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await ingest.close()
      await prisma.$disconnect()
      await database.drop()
    },
  }
}

export interface Delivery {
  provider: Provider
  eventType: string
  body: Uint8Array
  eventId?: string
  occurredAt?: Date
  secret?: string
  headers?: Record<string, string>
  path?: string
}

/** Sends a genuine delivery (unless told another secret) and answers what came back. */
export async function send(
  url: string,
  delivery: Delivery,
): Promise<{ status: number; body: Record<string, string>; type: string }> {
  const { provider, eventType, body, eventId, occurredAt } = delivery
  const secret = { id: 'sender', value: delivery.secret ?? TEST_SECRET.value }
  const told = { ...(eventId ? { eventId } : {}), ...(occurredAt ? { occurredAt } : {}) }
  const signed = provider.sign({ eventType, body, secret, now: new Date(), ...told })
  const response = await fetch(`${url}${delivery.path ?? `/api/webhooks/${provider.id}`}`, {
    method: 'POST',
    headers: { ...Object.fromEntries(signed), ...delivery.headers },
    body: new Uint8Array(body),
  })
  return {
    status: response.status,
    body: (await response.json()) as Record<string, string>,
    type: response.headers.get('content-type') ?? '',
  }
}
