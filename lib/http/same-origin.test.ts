import { describe, expect, it } from 'vitest'
import { assertSameOrigin } from './same-origin'

const check = (headers: Record<string, string>, method = 'POST') => {
  const request = new Request('http://jejak.test/api/v1/users', { method, headers: { host: 'jejak.test', ...headers } })
  return () => assertSameOrigin(request, 'https://public.jejak.test')
}

describe('a changing request with a session', () => {
  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://jejak.test' },
    { origin: 'https://public.jejak.test' },
    { origin: 'https://proxy.test', 'x-forwarded-host': 'proxy.test' },
    {},
  ])('is taken from a page of ours or a program: %j', (headers) => {
    expect(check(headers)).not.toThrow()
  })

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://jejak.test' },
    { origin: 'http://evil.test' },
    { origin: 'http://jejak.test:8080' },
    { origin: 'http://jejak.test.evil.test' },
    { origin: 'null' },
  ])('is refused from anywhere else: %j', (headers) => {
    expect(check(headers)).toThrow(expect.objectContaining({ code: 'forbidden' }))
  })
})

it('lets anybody read', () => {
  expect(check({ 'sec-fetch-site': 'cross-site', origin: 'http://evil.test' }, 'GET')).not.toThrow()
})
