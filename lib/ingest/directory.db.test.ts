import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { providers } from '@/lib/providers/registry'
import { createConnection } from './connection'
import { createDirectory } from './directory'
import { type IngestBench, startIngest, TEST_VAULT } from './testing'

const provider = providers[0]?.id ?? ''
const keys = { vault: TEST_VAULT, webhookSecret: () => undefined }
let bench: IngestBench
beforeAll(async () => {
  bench = await startIngest()
})
afterAll(() => bench.close())

it('a change that is made while the sources are being read is not missed', async () => {
  const connection = createConnection(bench.databaseUrl, (client) => directory.listen(client))
  const directory = createDirectory(connection, keys)
  expect(await directory.find(provider, 'default')).toMatchObject({ enabled: true })

  // Another session holds the secrets' table, so that the load below has taken its snapshot of nothing yet and waits.
  const holder = new Client({ connectionString: bench.databaseUrl })
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE source_secret IN ACCESS EXCLUSIVE MODE')
  await bench.prisma.source.updateMany({ where: { provider }, data: { name: 'Renamed' } })
  const waiting = directory.findFresh(provider, 'default')
  await bench.prisma.source.updateMany({ where: { provider }, data: { enabled: false } })
  await holder.query('COMMIT')
  await holder.end()
  await waiting
  await vi.waitFor(
    async () => expect(await directory.find(provider, 'default')).toMatchObject({ enabled: false }),
    5_000,
  )
  await connection.close()
})

it('work that is asked for during an outage is refused after five seconds, however much was asked for before', async () => {
  const connection = createConnection('postgresql://postgres@127.0.0.1:9/nowhere')
  const startedAt = Date.now()
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => connection.run(async () => 'done')))
  expect(outcomes.map(({ status }) => status)).toEqual(Array(20).fill('rejected'))
  expect(Date.now() - startedAt).toBeLessThan(12_000)
  await connection.close()
})
