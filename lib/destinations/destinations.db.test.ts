import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { ADMIN, dumpDatabase, useTestDatabase } from '@/lib/auth/testing'
import { providers } from '@/lib/providers/registry'
import { createSource } from '@/lib/sources/change'
import { ensureDefaultSources } from '@/lib/sources/ensure-defaults'
import { createVault } from '@/lib/vault/vault'
import { changeDestination, createDestination } from './change'
import { deleteDestination } from './delete'
import { disableGone } from './disable'
import { getDestination, listDestinations } from './list'
import { loadDestination } from './load'
import { type CreateDestination, changeDestinationSchema, createDestinationSchema, MASKED_VALUE } from './schemas'
import { renewSecret } from './secret'

const { client } = useTestDatabase()
const NOWHERE = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
const URL_ = 'https://shop.example/hook'
const provider = String(providers[0]?.id)
const notFound = expect.objectContaining({ code: 'not_found' })

beforeEach(async () => {
  await client().run.deleteMany()
  await client().replayItem.deleteMany()
  await client().destination.deleteMany()
  await client().source.deleteMany()
  await client().store.deleteMany()
  await client().auditEntry.deleteMany()
  await client().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await ensureDefaultSources(client())
})

async function create(parts: Partial<CreateDestination> = {}): Promise<{ id: string; secret: string }> {
  return createDestination(createDestinationSchema.parse({ name: 'Gudang', url: URL_, ...parts }), ADMIN, client())
}

const change = (id: string, parts: object) => {
  return changeDestination(id, changeDestinationSchema.parse(parts), ADMIN, client())
}
const load = (id: string) => loadDestination(id, { client: client() })
const audited = async () => (await client().auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)
const jobs = () => client().$queryRaw<{ task: string; payload: Record<string, string> }[]>`
  SELECT task.identifier AS task, job.payload FROM graphile_worker._private_jobs job
  JOIN graphile_worker._private_tasks task ON task.id = job.task_id ORDER BY job.id`

async function addRun(destinationId: string, parts: { status: string; held?: string; replayId?: string }) {
  const id = uuidv7()
  const target = `forward:${destinationId}`
  const data = {
    id,
    eventId: uuidv7(),
    eventType: 'order.created',
    target,
    handler: 'forward',
    destinationId,
    occurredAt: new Date(0),
  }
  await client().run.create({ data: { ...data, ...parts } })
  return id
}

describe('a new destination', () => {
  it('is sent to with its secret and headers, which nobody else sees', async () => {
    const { id, secret } = await create({
      ...{ headers: { 'X-Api-Key': 'not-to-be-seen-in-clear' }, forwardHeaders: ['X-Trace'], eventTypes: ['order.*'] },
      ...{ ratePerSecond: 2.5, timeoutMs: 3_000 },
    })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/)
    expect(Buffer.from(secret.slice(6), 'base64').length).toBeGreaterThanOrEqual(24)
    const item = await getDestination(id, client())
    expect(item).toEqual({
      ...{ id, name: 'Gudang', url: URL_, providers: [], sources: [], eventTypes: ['order.*'] },
      ...{ headers: { 'X-Api-Key': MASKED_VALUE }, forwardHeaders: ['X-Trace'], timeoutMs: 3_000, ratePerSecond: 2.5 },
      ...{ enabled: true, disabledReason: null, secretHint: secret.slice(-4) },
      ...{ createdAt: expect.stringMatching(/Z$/), updatedAt: expect.stringMatching(/Z$/) },
    })
    expect(await load(id)).toEqual({
      ...{ id, name: 'Gudang', url: URL_, enabled: true, timeoutMs: 3_000, forwardHeaders: ['X-Trace'], secret },
      headers: { 'X-Api-Key': 'not-to-be-seen-in-clear' },
    })
    const dump = await dumpDatabase(client())
    expect(dump).toContain('destination.created')
    for (const part of ['not-to-be-seen', secret.slice(6, 40)]) expect(dump).not.toContain(part)
  })

  it('names its sources by id or slug, of one store', async () => {
    const slugged = await createSource({ provider, slug: 'toko-kedua', name: 'Toko' }, ADMIN, client())
    const other = await client().store.create({ data: { name: 'Other' } })
    const far = await createSource({ provider, slug: 'far', name: 'Far', storeId: other.id }, ADMIN, client())
    const { id } = await create({ sources: ['toko-kedua', slugged] })
    expect((await getDestination(id, client())).sources).toEqual([slugged])
    const { id: all } = await create({ sources: ['default'] })
    expect((await getDestination(all, client())).sources).toHaveLength(providers.length)
    const { id: elsewhere } = await create({ sources: [far] })
    expect(await client().destination.findUnique({ where: { id: elsewhere } })).toMatchObject({ storeId: other.id })
    await expect(create({ sources: ['default', 'far'] })).rejects.toThrow(
      'sources.1: expected a source of the same store',
    )
    await expect(change(id, { sources: ['far'] })).rejects.toThrow('sources.0: expected a source of the same store')
  })

  it.each([
    [{ providers: ['nobody'] }, 'providers.0'],
    [{ sources: ['default', 'nowhere'] }, 'sources.1'],
    [{ sources: [NOWHERE] }, 'sources.0'],
  ])('is refused with %j, by name', async (parts, parameter) => {
    await expect(create(parts)).rejects.toMatchObject({ code: 'invalid_request', extra: { errors: [{ parameter }] } })
    expect(await client().destination.count()).toBe(0)
    expect(await audited()).toEqual([])
  })
})

describe('a change', () => {
  it('changes what is named and nothing else', async () => {
    const { id, secret } = await create({ headers: { 'X-Key': 'the-first-value' }, providers: [provider] })
    const url = new URL('/elsewhere', URL_).href
    await change(id, { name: 'Toko', ratePerSecond: null, url })
    expect(await getDestination(id, client())).toMatchObject({
      ...{ name: 'Toko', url, providers: [provider], headers: { 'X-Key': MASKED_VALUE } },
    })
    expect(await load(id)).toMatchObject({ secret, headers: { 'X-Key': 'the-first-value' } })
    expect(await audited()).toEqual(['destination.created', 'destination.updated'])
  })

  it('to another server asks for the header values again, which nobody can read', async () => {
    const { id } = await create({ headers: { 'X-Key': 'the-first-value' } })
    const url = 'http://other.example/'
    await expect(change(id, { url })).rejects.toThrow('headers: expected all headers')
    await expect(change(id, { url, headers: { 'X-Key': MASKED_VALUE } })).rejects.toThrow(
      'headers: expected all headers',
    )
    await change(id, { url, headers: { 'X-Key': 'another-value' } })
    expect(await load(id)).toMatchObject({ url, headers: { 'X-Key': 'another-value' } })
  })

  it('of headers keeps those whose value comes back masked', async () => {
    const { id } = await create({ headers: { 'X-Key': 'the-first-value', 'X-Old': 'goes' } })
    await change(id, { headers: { 'x-key': MASKED_VALUE, 'X-New': 'comes' } })
    expect((await load(id))?.headers).toEqual({ 'x-key': 'the-first-value', 'X-New': 'comes' })
    await expect(change(id, { headers: { 'X-Old': MASKED_VALUE } })).rejects.toThrow('headers.X-Old: expected a value')
    await change(id, { headers: {} })
    expect((await load(id))?.headers).toEqual({})
    expect(await dumpDatabase(client())).not.toContain('the-first-value')
  })

  it('that switches it on lets held runs go on and forgets why it was off', async () => {
    const { id } = await create()
    await disableGone(id, URL_, client())
    const [held, paused] = [
      await addRun(id, { status: 'queued', held: 'disabled' }),
      await addRun(id, { status: 'queued', held: 'paused' }),
    ]
    await change(id, { name: 'Still off' })
    expect(await jobs()).toEqual([])
    await change(id, { enabled: true })
    expect(await getDestination(id, client())).toMatchObject({ enabled: true, disabledReason: null })
    expect(await jobs()).toMatchObject([{ task: 'execute_run', payload: { runId: held } }])
    expect(await client().run.findUnique({ where: { id: paused } })).toMatchObject({ held: 'paused' })
  })
})

describe('a renewed secret', () => {
  it('takes the place of the former one', async () => {
    const { id, secret } = await create()
    const renewed = await renewSecret(id, ADMIN, client())
    expect(renewed).not.toBe(secret)
    expect(await load(id)).toMatchObject({ secret: renewed })
    expect((await getDestination(id, client())).secretHint).toBe(renewed.slice(-4))
    expect(await audited()).toEqual(['destination.created', 'destination.secret_renewed'])
  })
})

describe('a deleted destination', () => {
  it('is nowhere to be found and keeps no secret, but its row stays', async () => {
    const { id } = await create({ headers: { 'X-Key': 'v' } })
    await deleteDestination(id, ADMIN, client())
    expect(await listDestinations(client())).toEqual([])
    expect(await load(id)).toBeNull()
    const row = await client().destination.findUniqueOrThrow({ where: { id } })
    expect({ headers: row.headers, secret: row.secret.length, name: row.name }).toEqual({
      ...{ headers: null, secret: 0, name: 'Gudang' },
    })
    await expect(getDestination(id, client())).rejects.toEqual(notFound)
    await expect(change(id, { enabled: true })).rejects.toEqual(notFound)
    await expect(renewSecret(id, ADMIN, client())).rejects.toEqual(notFound)
    await expect(deleteDestination(id, ADMIN, client())).rejects.toEqual(notFound)
  })

  it('cancels its waiting runs, no others, and tells their replays', async () => {
    const [{ id }, { id: other }] = [await create(), await create()]
    const replayId = uuidv7()
    const ids: Record<string, string> = {}
    for (const status of ['queued', 'retrying', 'running', 'succeeded', 'failed'])
      ids[status] = await addRun(id, { status })
    ids.replayed = await addRun(id, { status: 'queued', held: 'paused', replayId })
    ids.other = await addRun(other, { status: 'queued' })
    const item = { replayId, lane: 'x', state: 'ordered' }
    await client().replayItem.createMany({
      data: [
        { ...item, position: 0, runId: String(ids.replayed) },
        { ...item, position: 1, runId: String(ids.running) },
      ],
    })
    await deleteDestination(id, ADMIN, client())
    const runs = await client().run.findMany()
    const after = (name: string) => runs.find((run) => run.id === ids[name])
    expect(Object.fromEntries(Object.keys(ids).map((name) => [name, after(name)?.status]))).toEqual({
      ...{ queued: 'cancelled', retrying: 'cancelled', replayed: 'cancelled', running: 'running' },
      ...{ succeeded: 'succeeded', failed: 'failed', other: 'queued' },
    })
    expect(after('replayed')).toMatchObject({ held: null, finishedAt: expect.any(Date) })
    const items = await client().replayItem.findMany({ orderBy: { position: 'asc' } })
    expect(items.map(({ state }) => state)).toEqual(['cancelled', 'ordered'])
    expect(await jobs()).toMatchObject([{ task: 'feed_replay', payload: { replayId } }])
    const [entry] = await client().auditEntry.findMany({ where: { action: 'destination.deleted' } })
    expect(entry).toMatchObject({ target: `destination:${id}`, actor: 'token:a test', detail: { cancelledRuns: 3 } })
  })
})

describe('a destination that is gone', () => {
  it('is switched off once, by the system', async () => {
    const { id } = await create()
    expect(await Promise.all([1, 2, 3].map(() => disableGone(id, URL_, client())))).toEqual(
      expect.arrayContaining([true, false, false]),
    )
    expect(await getDestination(id, client())).toMatchObject({ enabled: false, disabledReason: 'gone' })
    expect(await client().auditEntry.findMany({ where: { action: 'destination.disabled' } })).toMatchObject([
      { actor: 'system', target: `destination:${id}`, detail: { reason: 'gone' } },
    ])
  })

  it('stays on where it has another URL by now', async () => {
    const { id } = await create()
    await change(id, { url: 'https://new.example/' })
    expect(await disableGone(id, URL_, client())).toBe(false)
    expect(await getDestination(id, client())).toMatchObject({ enabled: true, disabledReason: null })
  })
})

it('what was stored with another key cannot be read, nor moved to another destination', async () => {
  const [one, two] = [await create({ headers: { a: 'b' } }), await create({ headers: { a: 'c' } })]
  const keys = createVault('another key altogether')
  await expect(loadDestination(one.id, { client: client(), keys })).rejects.toMatchObject({ code: 'internal' })
  const { secret, headers } = await client().destination.findUniqueOrThrow({ where: { id: one.id } })
  await client().destination.update({ where: { id: two.id }, data: { secret } })
  await expect(load(two.id)).rejects.toMatchObject({ code: 'internal' })
  await client().destination.update({ where: { id: one.id }, data: { secret: headers ?? secret } })
  await expect(load(one.id)).rejects.toMatchObject({ code: 'internal' })
})
