import { Client } from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { ADMIN, dumpDatabase, useTestDatabase } from '@/lib/auth/testing'
import { databaseUrl } from '@/lib/db/client'
import { providers } from '@/lib/providers/registry'
import { createVault, vault } from '@/lib/vault/vault'
import { createSource, updateSource } from './change'
import { assertSecretsReadable } from './check-key'
import { ensureDefaultSources } from './ensure-defaults'
import { getSource, listSources } from './list'
import { type LoadedSource, loadSources } from './load'
import { secretContext } from './secret-context'
import { addSecret, retireSecret } from './secrets'

const { client } = useTestDatabase()
const NOW = new Date('2026-11-21T09:00:00Z')
const conflict = expect.objectContaining({ code: 'conflict' })
const [provider] = providers.map(({ id }) => id)
if (!provider) throw new Error('the registry is empty')

beforeEach(async () => {
  await client().source.deleteMany()
  await client().store.deleteMany()
  await client().auditEntry.deleteMany()
  await ensureDefaultSources(client())
})

const NO_ENVIRONMENT = { webhookSecret: () => undefined }

async function load(
  keys: { vault?: ReturnType<typeof createVault>; webhookSecret?(id: string): string | undefined } = {},
) {
  const pg = new Client({ connectionString: databaseUrl() })
  await pg.connect()
  try {
    return await loadSources(pg, { vault: vault(), ...NO_ENVIRONMENT, ...keys })
  } finally {
    await pg.end()
  }
}

async function defaultId(): Promise<string> {
  const key = { provider_slug: { provider: String(provider), slug: 'default' } }
  return (await client().source.findUniqueOrThrow({ where: key })).id
}

async function loadDefault(keys?: Parameters<typeof load>[0]): Promise<LoadedSource | undefined> {
  const id = await defaultId()
  return (await load(keys)).find((source) => source.id === id)
}

describe('default sources', () => {
  it('are one for each provider in one store, however many processes start at once', async () => {
    await client().source.deleteMany()
    await client().store.deleteMany()
    await Promise.all([1, 2, 3, 4].map(() => ensureDefaultSources(client())))
    expect((await listSources(NOW, client())).map(({ slug, path }) => [slug, path])).toEqual(
      providers.map(({ id }) => ['default', `/api/webhooks/${id}`]).sort(),
    )
    expect(await client().store.count()).toBe(1)
  })

  it('stay as they were changed', async () => {
    const id = await defaultId()
    await updateSource(id, { name: 'Renamed', enabled: false }, ADMIN, client())
    await ensureDefaultSources(client())
    expect(await getSource(id, NOW, client())).toMatchObject({ name: 'Renamed', enabled: false })
  })
})

describe('a further source', () => {
  it('has a path of its own and its first secret', async () => {
    const input = { provider: String(provider), slug: 'toko-kedua', name: 'Toko Kedua', secret: 'a-first-secret' }
    const id = await createSource(input, ADMIN, client())
    expect(await getSource(id, NOW, client())).toMatchObject({
      path: `/api/webhooks/${provider}/toko-kedua`,
      store: { name: 'Default' },
      secrets: [{ hint: 'cret', origin: 'interface', readable: true }],
      lastReceivedAt: null,
      last24h: { accepted: 0, rejected: 0 },
    })
    const actions = (await client().auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)
    expect(actions).toEqual(['source.created', 'secret.added'])
  })

  it('needs a slug of its own, a known provider and a store that is there', async () => {
    const input = { provider: String(provider), slug: 'default', name: 'X' }
    await expect(createSource(input, ADMIN, client())).rejects.toEqual(conflict)
    const invalid = expect.objectContaining({ code: 'invalid_request' })
    await expect(createSource({ ...input, provider: 'nobody' }, ADMIN, client())).rejects.toEqual(invalid)
    const storeId = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
    await expect(createSource({ ...input, slug: 'x', storeId }, ADMIN, client())).rejects.toEqual(invalid)
    expect(await client().auditEntry.count()).toBe(0)
  })
})

describe('secrets', () => {
  it('stand nowhere in the database in clear, and two equal ones look different', async () => {
    const other = await createSource({ provider: String(provider), slug: 'other', name: 'Other' }, ADMIN, client())
    await addSecret(await defaultId(), 'whsec_not-to-be-seen', ADMIN, client())
    await addSecret(other, 'whsec_not-to-be-seen', ADMIN, client())
    const dump = await dumpDatabase(client())
    expect(dump).toContain('secret.added')
    expect(dump).not.toContain('not-to-be')
    const [one, two] = await client().sourceSecret.findMany()
    expect(one?.ciphertext).not.toEqual(two?.ciphertext)
  })

  it('reach ingestion in clear, the newest first', async () => {
    const id = await defaultId()
    const old = await addSecret(id, 'the-old-secret', ADMIN, client())
    const fresh = await addSecret(id, 'the-new-secret', ADMIN, client())
    expect(await loadDefault()).toMatchObject({
      ...{ id, provider, slug: 'default', enabled: true, toleranceSeconds: 300, maxBodyBytes: 262_144 },
      ...{ rejectedStatus: 401, rejectedKeep: 10_000, unreadableSecrets: 0 },
      secrets: [
        { id: fresh.id, value: 'the-new-secret' },
        { id: old.id, value: 'the-old-secret' },
      ],
    })
  })

  it('are two at most, and one that is retired makes room', async () => {
    const id = await defaultId()
    const old = await addSecret(id, 'the-old-secret', ADMIN, client())
    await addSecret(id, 'the-new-secret', ADMIN, client())
    await expect(addSecret(id, 'a-third-secret', ADMIN, client())).rejects.toThrow('Retire the one')
    await retireSecret(id, old.id, ADMIN, client())
    await retireSecret(id, old.id, ADMIN, client())
    await addSecret(id, 'a-third-secret', ADMIN, client())
    expect((await loadDefault())?.secrets.map(({ value }) => value)).toEqual(['a-third-secret', 'the-new-secret'])
    const retired = await client().auditEntry.findMany({ where: { action: 'secret.retired' } })
    expect(retired).toMatchObject([{ target: `source:${id}`, detail: { secretId: old.id } }])
  })

  it('are two at most where ten are added at once', async () => {
    const id = await defaultId()
    const additions = Array.from({ length: 10 }, (_, n) => addSecret(id, `secret-number-${n}`, ADMIN, client()))
    const results = await Promise.allSettled(additions)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  })

  it('are not added twice', async () => {
    const id = await defaultId()
    await addSecret(id, 'the-one-secret', ADMIN, client())
    await expect(addSecret(id, 'the-one-secret', ADMIN, client())).rejects.toThrow('active for this source already')
  })

  it('show their end only where they are long enough', async () => {
    const id = await defaultId()
    expect((await addSecret(id, 'eleven-char', ADMIN, client())).hint).toBe('')
    expect((await addSecret(id, 'twelve-chars', ADMIN, client())).hint).toBe('hars')
  })

  it('cannot be retired through another source', async () => {
    const other = await createSource({ provider: String(provider), slug: 'other', name: 'Other' }, ADMIN, client())
    const { id } = await addSecret(await defaultId(), 'the-one-secret', ADMIN, client())
    await expect(retireSecret(other, id, ADMIN, client())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of the environment belong to default sources alone', async () => {
    await createSource({ provider: String(provider), slug: 'other', name: 'Other' }, ADMIN, client())
    const sources = await load({ webhookSecret: (id) => (id === provider ? 'from-the-environment' : undefined) })
    const withSecret = sources.filter(({ secrets }) => secrets.length > 0)
    expect(withSecret).toMatchObject([
      { provider, slug: 'default', secrets: [{ id: 'environment', value: 'from-the-environment' }] },
    ])
  })
})

describe('a database that belongs to another key', () => {
  it('never makes a source look unchecked', async () => {
    await addSecret(await defaultId(), 'the-one-secret', ADMIN, client())
    const loaded = await loadDefault({ vault: createVault('another key altogether') })
    expect(loaded).toMatchObject({ secrets: [], unreadableSecrets: 1 })
  })

  it('is told in one sentence', async () => {
    await addSecret(await defaultId(), 'the-one-secret', ADMIN, client())
    await assertSecretsReadable(client())
    await expect(assertSecretsReadable(client(), createVault('another key altogether'))).rejects.toThrow(
      /^1 of 1 stored secrets \(.*\/default\) cannot be decrypted, because .*Sources\.$/,
    )
  })

  it('can be mended: the secret is shown as unreadable, can be retired and set again', async () => {
    const id = await defaultId()
    const { id: secretId } = await addSecret(id, 'the-one-secret', ADMIN, client())
    const ciphertext = createVault('another key altogether').seal('the-one-secret', secretContext(secretId))
    await client().sourceSecret.update({ where: { id: secretId }, data: { ciphertext } })
    expect((await getSource(id, NOW, client())).secrets).toMatchObject([{ id: secretId, readable: false }])
    await retireSecret(id, secretId, ADMIN, client())
    await addSecret(id, 'the-one-secret', ADMIN, client())
    await assertSecretsReadable(client())
  })

  it('cannot be fooled by a ciphertext moved to another row', async () => {
    const id = await defaultId()
    const one = await addSecret(id, 'the-one-secret', ADMIN, client())
    const two = await addSecret(id, 'the-two-secret', ADMIN, client())
    const { ciphertext } = await client().sourceSecret.findUniqueOrThrow({ where: { id: one.id } })
    await client().sourceSecret.update({ where: { id: two.id }, data: { ciphertext } })
    expect(await loadDefault()).toMatchObject({ secrets: [{ id: one.id }], unreadableSecrets: 1 })
  })
})
