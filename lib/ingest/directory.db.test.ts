import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import { type Connection, createConnection } from './connection'
import { createDirectory } from './directory'
import { type IngestBench, startIngest, TEST_VAULT } from './testing'

const [first] = providers as [Provider]
const provider = first.id
const keys = { vault: TEST_VAULT, webhookSecret: () => undefined }
let bench: IngestBench
beforeAll(async () => {
  bench = await startIngest()
})
afterAll(() => bench.close())

it('a change that becomes known while the sources are being read is not missed', async () => {
  let notified = 0
  const connection = createConnection(bench.databaseUrl, async (client) => {
    await directory.listen(client)
    client.on('notification', () => {
      notified += 1
    })
  })
  let beforeAnswer: (() => Promise<void>) | undefined
  // The real connection, whose answer can be held back until something else has happened.
  const held: Connection = {
    ...connection,
    async run(work) {
      const answer = await connection.run(work)
      const first = beforeAnswer
      beforeAnswer = undefined
      await first?.()
      return answer
    },
  }
  const directory = createDirectory(held, keys)
  beforeAnswer = async () => {
    await bench.prisma.source.updateMany({ where: { provider }, data: { enabled: false } })
    await vi.waitFor(() => expect(notified).toBe(1), 5_000)
  }
  expect(await directory.find(provider, 'default')).toMatchObject({ enabled: false })
  await connection.close()
})

it('finds what was set before it asked, though no notification came and a reading was already under way', async () => {
  const connection = createConnection(bench.databaseUrl)
  const directory = createDirectory(connection, keys)
  expect(await directory.findFresh(provider, 'new')).toBeUndefined()
  const underWay = directory.findFresh(provider, 'new')
  const begun = connection.run(() => bench.addSource(first, 'new'))
  const after = begun.then(() =>
    Promise.all([directory.findFresh(provider, 'new'), directory.findFresh(provider, 'new')]),
  )
  expect(await underWay).toBeUndefined()
  expect(await after).toMatchObject([{ slug: 'new' }, { slug: 'new' }])
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
