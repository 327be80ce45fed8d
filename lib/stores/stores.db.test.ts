import { expect, it } from 'vitest'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { ensureDefaultSources } from '@/lib/sources/ensure-defaults'
import { DEFAULT_SETTINGS } from '@/lib/timeline/settings'
import { updateStore } from './change'
import { getStore, listStores } from './list'

const { client } = useTestDatabase()
const NOWHERE = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'

it('lists stores with the rules that hold, changes them and keeps who did', async () => {
  await ensureDefaultSources(client())
  const [store] = await listStores(client())
  if (!store) throw new Error('there is no store')
  expect(store).toMatchObject({ name: 'Default', timeline: DEFAULT_SETTINGS })
  const timeline = { lateAfterMinutes: 60, stuckAfterHours: { 'order.packed': 48 }, disabledRules: ['late_arrival'] }
  await updateStore(store.id, { timeline }, ADMIN, client())
  expect(await getStore(store.id, client())).toEqual({ ...store, timeline })
  expect(await client().auditEntry.findMany()).toMatchObject([
    { actor: 'token:a test', action: 'store.updated', target: `store:${store.id}`, detail: { timeline } },
  ])
})

it('takes rules that an older version stored and that no longer hold for the defaults', async () => {
  const { id } = await client().store.create({ data: { name: 'Old', timeline: { lateAfterMinutes: 'soon' } } })
  expect((await getStore(id, client())).timeline).toEqual(DEFAULT_SETTINGS)
})

it('says that there is no such store, and records nothing', async () => {
  const before = await client().auditEntry.count()
  await expect(updateStore(NOWHERE, { timeline: DEFAULT_SETTINGS }, ADMIN, client())).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(getStore(NOWHERE, client())).rejects.toMatchObject({ code: 'not_found' })
  expect(await client().auditEntry.count()).toBe(before)
})
