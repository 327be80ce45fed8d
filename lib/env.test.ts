import { describe, expect, it } from 'vitest'
import { readEnv } from './env'

describe('JEJAK_FORWARD_ALLOW', () => {
  it.each([
    [undefined, []],
    ['', []],
    [' , ', []],
    ['10.0.0.0/8', ['10.0.0.0/8']],
    ['10.0.0.0/8, 127.0.0.1 ,fd00::/8,::1,', ['10.0.0.0/8', '127.0.0.1', 'fd00::/8', '::1']],
  ])('%j allows %j', (value, allowed) => {
    expect(readEnv({ JEJAK_FORWARD_ALLOW: value }).JEJAK_FORWARD_ALLOW).toEqual(allowed)
  })

  it.each(['localhost', '10.0.0.0/33', '10.0.0/8', 'fd00::/129', 'fe80::1%eth0', '10.0.0.0/', '10.0.0.1 10.0.0.2'])(
    'cannot be %j',
    (value) => {
      expect(() => readEnv({ JEJAK_FORWARD_ALLOW: value })).toThrow('JEJAK_FORWARD_ALLOW: expected addresses or ranges')
    },
  )
})
