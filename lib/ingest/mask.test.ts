import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import { MASK, maskRequest } from './mask'

const SECRET = 'a-secret/with+odd=signs'

describe.each(providers.map((provider) => [provider.label, provider] as const))('a request to %s', (_, provider) => {
  const mask = (path: string, headers: [string, string][]) =>
    maskRequest({ path, headers }, provider, [{ id: 's', value: SECRET }], (value) => `fp(${value})`)

  it.each([
    'Authorization',
    'proxy-authorization',
    'X-Amzn-Remapped-Authorization',
    'X-Webhook-Secret',
    'X-Auth-Token',
    'X-API-Key',
    'Cookie',
  ])('keeps nothing of the value of %s', (name) => {
    expect(
      mask('/x', [
        [name, 'Bearer some-key-or-other'],
        ['Accept', '*/*'],
      ]).headers,
    ).toEqual([
      [name, `Bearer ${MASK}`],
      ['Accept', '*/*'],
    ])
  })

  it("loses the source's secret wherever it stands, and nothing else", () => {
    const masked = mask(`/x?key=${encodeURIComponent(SECRET)}&a=1`, [
      ['X-Custom', `key ${SECRET}!`],
      ['X-Custom', 'plain'],
    ])
    expect(masked.path).toBe(`/x?key=${MASK}&a=1`)
    expect(masked.headers).toEqual([
      ['X-Custom', `key ${MASK}!`],
      ['X-Custom', 'plain'],
    ])
  })
})
