import { beforeAll, expect, it } from 'vitest'
import { seedApiToken } from '@/lib/auth/api-token'
import { useTestDatabase } from '@/lib/auth/testing'
import { ensureDefaultSources } from '@/lib/sources/ensure-defaults'
import { GET } from './route'

const TOKEN = 'a-token-for-the-tests'
const { client } = useTestDatabase({ JEJAK_API_TOKEN: TOKEN })

beforeAll(async () => {
  await seedApiToken(TOKEN, client())
  await ensureDefaultSources(client())
})

function ask(query: string, headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) {
  const request = new Request(`http://jejak.test/api/v1/overview${query}`, {
    headers: { host: 'jejak.test', ...headers },
  })
  return GET(request, { params: Promise.resolve({}) })
}

it('answers nobody who is not known', async () => {
  expect((await ask('', {})).status).toBe(401)
})

it('answers for a day unless asked for a week', async () => {
  const day = await (await ask('')).json()
  expect(day).toMatchObject({ window: '24h', concerns: [], failures: { groups: [] } })
  expect(day.sources.length).toBeGreaterThan(0)
  expect(await (await ask('?window=7d')).json()).toMatchObject({ window: '7d' })
})

it('says which windows there are', async () => {
  const response = await ask('?window=1y')
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('expected one of 24h, 7d')
})
