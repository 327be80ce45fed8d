import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, it } from 'vitest'
import { createSender } from './send'
import { closeLater } from './testing'

/** Made for this test alone, for shop.example and a hundred years: openssl req -x509 -newkey ec -nodes. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgFFrWDda6bJbiN6D6
UUktVaDxjafd7oYJw6gTYPGNMyChRANCAAT0ZuV3utMvDX/z7+CyaW7eRCS/E1Vf
jrkGZMz2HrLpL+WC4vEA+BU0O4zJ/y6KKz9Sn2jpmDkB+dWFUjRQpSXm
-----END PRIVATE KEY-----
`
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIURG1EY84tVMKZik88oUBLSDpzcPUwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMCAXDTI2MTEyMTIzMjEzNFoYDzIxMjYx
MDI4MjMyMTM0WjAXMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAT0ZuV3utMvDX/z7+CyaW7eRCS/E1VfjrkGZMz2HrLpL+WC
4vEA+BU0O4zJ/y6KKz9Sn2jpmDkB+dWFUjRQpSXmo2wwajAdBgNVHQ4EFgQUX9ZT
2Ux5/L11CfZojVrgc9HKk9EwHwYDVR0jBBgwFoAUX9ZT2Ux5/L11CfZojVrgc9HK
k9EwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxzaG9wLmV4YW1wbGUwCgYI
KoZIzj0EAwIDSAAwRQIgYVlRdiy8Y/gqo1VksYiQyylc/ORvXPcVWnI7L/EQpxAC
IQDzuPIOflIsgkKWrFwKenQBv2pq5/bnT436/S9iOX7m2g==
-----END CERTIFICATE-----
`

let port = 0
let names: unknown[] = []

beforeEach(async () => {
  names = []
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (request, response) => {
    names.push('servername' in request.socket ? request.socket.servername : null)
    response.end('ok')
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  closeLater({ close: () => new Promise((resolve) => server.closeAllConnections() ?? server.close(resolve)) })
})

async function send(host: string, ca?: string) {
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const sender = closeLater(createSender({ allow: ['127.0.0.1'], resolve, ...(ca ? { ca } : {}) }))
  const signal = new AbortController().signal
  return sender.send({
    url: `https://${host}:${port}/`,
    headers: [],
    body: Buffer.from('{}'),
    timeoutMs: 5_000,
    signal,
  })
}

it('a destination with a certificate of a trusted authority is reached', async () => {
  expect(await send('shop.example', CERTIFICATE)).toMatchObject({ error: null, response: { status: 200 } })
  expect(names).toEqual(['shop.example'])
})

it('a certificate that nobody vouches for is refused in words', async () => {
  const { error, response } = await send('shop.example')
  expect(error?.message).toMatch(/^The certificate of shop\.example:\d+ cannot be trusted: .*SELF_SIGNED/)
  expect(response).toBeNull()
})

it('a certificate for another name is refused in words', async () => {
  const { error } = await send('other.example', CERTIFICATE)
  expect(error?.message).toMatch(/^The certificate of other\.example:\d+ cannot be trusted: .*ALTNAME/)
  expect(names).toEqual([])
})
