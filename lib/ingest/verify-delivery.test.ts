import { describe, expect, it } from 'vitest'
import type { Provider, Secret } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import type { LoadedSource } from '@/lib/sources/load'
import { verifyDelivery } from './verify-delivery'

const OLD: Secret = { id: 'old', value: 'the-old-secret' }
const NEW: Secret = { id: 'new', value: 'the-new-secret' }
const now = new Date('2026-11-21T12:00:00Z')

function source(secrets: Secret[], unreadableSecrets = 0): LoadedSource {
  return {
    ...{ id: 's', storeId: 't', provider: 'any', slug: 'default', name: 'Any', enabled: true, rejectedStatus: 401 },
    ...{ toleranceSeconds: 300, maxBodyBytes: 1024, rejectedKeep: 10, secrets, unreadableSecrets },
  }
}

function verify(provider: Provider, signedWith: Secret, known: LoadedSource, present: LoadedSource | undefined) {
  const body = new TextEncoder().encode('{}')
  const eventType = Object.keys(provider.eventTypes)[0] ?? ''
  return verifyDelivery({
    provider,
    source: known,
    request: {
      ...{ method: 'POST', path: '/', providerId: provider.id, slug: 'default', remoteAddress: null, receivedAt: now },
      headers: provider.sign({ eventType, body, secret: signedWith, now }),
      readBody: () => Promise.reject(new Error('the body was read before')),
    },
    body: { bytes: body, size: body.byteLength, overLimit: false },
    refresh: async () => present,
  })
}

describe.each(providers.map((provider) => [provider.label, provider] as const))('a delivery of %s', (_, provider) => {
  it.each([
    ['rejected', source([OLD])],
    ['left unchecked', source([])],
  ])('is not %s before the secrets were read again', async (_outcome, known) => {
    const verdict = await verify(provider, NEW, known, source([NEW, OLD]))
    expect(verdict).toMatchObject({ verdict: provider.goodVerdict, detail: { secretId: 'new' } })
  })

  it('is rejected where the secrets as they stand do not fit either', async () => {
    expect(await verify(provider, NEW, source([OLD]), source([OLD]))).toMatchObject({ verdict: 'rejected' })
  })

  it.each([[[]], [[OLD]]])('is neither good nor bad while a secret cannot be decrypted, beside %o', async (secrets) => {
    const known = source(secrets, 1)
    await expect(verify(provider, NEW, known, known)).rejects.toMatchObject({ code: 'not_recorded' })
  })
})
