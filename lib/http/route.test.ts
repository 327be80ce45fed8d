import { expect, it, vi } from 'vitest'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { route } from './route'

const request = new Request('http://localhost/api/v1/things?token=hunter2')
const context = { params: Promise.resolve({}) }

it('answers what the handler answers, and lets nobody cache it', async () => {
  const response = await route(async () => Response.json({ fine: true }))(request, context)
  expect(await response.json()).toEqual({ fine: true })
  expect(response.headers.get('cache-control')).toBe('no-store')
})

it('hands on the parameters of the path', async () => {
  const response = await route<{ id: string }>(async (_, { id }) => Response.json(id))(request, {
    params: Promise.resolve({ id: '7' }),
  })
  expect(await response.json()).toBe('7')
})

it('answers an error with a problem document', async () => {
  const response = await route(async () => {
    throw new JejakError('conflict', 'There is one already.', { extra: { errors: [] } })
  })(request, context)
  expect(response.status).toBe(409)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toMatchObject({
    type: '/problems/conflict',
    status: 409,
    detail: 'There is one already.',
    errors: [],
  })
})

it('says when to come back', async () => {
  const response = await route(async () => {
    throw new JejakError('too_many_attempts', 'Wait.', { extra: { retryAfterSeconds: 30 } })
  })(request, context)
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('30')
})

it('logs an unknown error, without the query, and keeps it from the client', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const response = await route(async () => {
    throw new Error('the inner workings')
  })(request, context)
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('inner workings')
  expect(log).toHaveBeenCalledOnce()
  expect(String(log.mock.calls[0]?.[0])).toMatch(/^\S+Z GET \/api\/v1\/things failed: Error: the inner workings/)
})

it('answers 503 while the database is not reachable', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const response = await route(async () => {
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  })(request, context)
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ type: '/problems/database_unreachable' })
})

const refused = route(async () => {
  const message = say('missing.run', { id: '7' })
  await Promise.resolve()
  throw new JejakError('not_found', message)
})

it.each([
  [{}, 'There is no run with the id 7.', 'Not found'],
  [{ 'accept-language': '*' }, 'There is no run with the id 7.', 'Not found'],
  [{ 'accept-language': 'id-ID,id;q=0.9,en;q=0.8' }, 'Tidak ada run dengan id 7.', 'Tidak ditemukan'],
  [{ cookie: 'a=b; jejak-locale=id; c=d' }, 'Tidak ada run dengan id 7.', 'Tidak ditemukan'],
  [{ cookie: 'jejak-locale=en', 'accept-language': 'id' }, 'There is no run with the id 7.', 'Not found'],
])('says what went wrong in the language that is asked for by %o', async (headers, detail, title) => {
  const response = await refused(new Request('http://localhost/', { headers }), context)
  expect(await response.json()).toMatchObject({ title, detail })
})

it('answers requests that come together each in its own language', async () => {
  const asked = ['id', 'en', 'id', 'en'].map((language) =>
    refused(new Request('http://localhost/', { headers: { 'accept-language': language } }), context),
  )
  const answers = await Promise.all(asked.map(async (answer) => (await answer).json()))
  expect(answers.map(({ title }) => title)).toEqual(['Tidak ditemukan', 'Not found', 'Tidak ditemukan', 'Not found'])
})
