import { expect, it } from 'vitest'
import { inWords } from './network-error'

const failure = (code: string) => Object.assign(new Error('raw words'), { code })
const words = (error: Error) => inWords(error, 'https://shop.example:8443/hook')

it.each([
  ['ECONNREFUSED', 'The connection to shop.example:8443 was refused'],
  ['ECONNRESET', 'shop.example:8443 closed the connection'],
  ['ENOTFOUND', 'The name shop.example was not found.'],
  ['EAI_AGAIN', 'The name shop.example could not be looked up'],
  ['ETIMEDOUT', 'could not be reached'],
  ['EHOSTUNREACH', 'could not be reached'],
  ['EPROTO', 'does not speak TLS'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'The certificate of shop.example:8443 cannot be trusted: raw words'],
  ['CERT_HAS_EXPIRED', 'The certificate of'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'The certificate of'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate of'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'No TLS connection'],
  ['HPE_INVALID_CONSTANT', 'cannot be read as HTTP'],
  ['EWHATEVER', 'failed: raw words (EWHATEVER)'],
])('puts %s into words and keeps it as the cause', (code, said) => {
  const error = failure(code)
  expect(words(error).message).toContain(said)
  expect(words(error).cause).toBe(error)
})

it('takes the first of several addresses that failed for all', () => {
  expect(words(new AggregateError([failure('ECONNREFUSED'), failure('ENETUNREACH')])).message).toContain('was refused')
})

it('leaves words alone that are for people already', () => {
  const error = new Error('Nothing was sent.')
  expect(words(error)).toBe(error)
})
