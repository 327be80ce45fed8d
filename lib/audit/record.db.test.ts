import { expect, it } from 'vitest'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { createUser, listUsers } from '@/lib/auth/users'
import { createSource, updateSource } from '@/lib/sources/change'
import { ensureDefaultSources } from '@/lib/sources/ensure-defaults'
import { listSources } from '@/lib/sources/list'
import { addSecret } from '@/lib/sources/secrets'

const { client } = useTestDatabase()

it('lets no change stand that it cannot record', async () => {
  await ensureDefaultSources(client())
  const before = await listSources(new Date(0), client())
  const [source] = before
  if (!source) throw new Error('there is no default source')
  const { id, provider } = source
  await client().$executeRaw`ALTER TABLE audit_entry RENAME TO audit_entry_away`
  const changes = [
    () => updateSource(id, { enabled: false }, ADMIN, client()),
    () => createSource({ provider, slug: 'other', name: 'Other' }, ADMIN, client()),
    () => addSecret(id, 'a-new-secret', ADMIN, client()),
    () => createUser({ email: 'a@example.com', name: 'A', role: 'admin', password: 'correct horse' }, ADMIN, client()),
  ]
  for (const change of changes) await expect(change()).rejects.toThrow('audit_entry')
  await client().$executeRaw`ALTER TABLE audit_entry_away RENAME TO audit_entry`
  expect(await listSources(new Date(0), client())).toEqual(before)
  expect(await listUsers(client())).toEqual([])
  for (const change of changes) await change()
  expect(await client().auditEntry.count()).toBe(4)
})
