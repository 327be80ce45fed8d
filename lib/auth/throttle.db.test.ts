import { beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from './testing'
import { attemptSucceeded, beginAttempt } from './throttle'

const { client } = useTestDatabase()
const START = new Date('2026-11-21T09:00:00Z')
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000)
const me = { email: 'ayu@example.com', address: '192.0.2.1' }
const refused = expect.objectContaining({ code: 'too_many_attempts' })

beforeEach(async () => {
  await client().signInFailure.deleteMany()
})

async function fail(times: number, attempt = me, at = START) {
  for (let count = 0; count < times; count++) await beginAttempt(attempt, at, client())
}

describe('one account from one address', () => {
  it('may fail five times, then has to wait 30 seconds', async () => {
    await fail(5)
    await expect(beginAttempt(me, after(29), client())).rejects.toMatchObject({
      code: 'too_many_attempts',
      message: 'Too many failed sign-ins. Try again in 1 s, at 09:00:30 UTC.',
      extra: { retryAfterSeconds: 1 },
    })
    await beginAttempt(me, after(30), client())
  })

  it('waits twice as long after each further failure', async () => {
    await fail(5)
    await beginAttempt(me, after(30), client())
    await expect(beginAttempt(me, after(89), client())).rejects.toEqual(refused)
    await beginAttempt(me, after(90), client())
    await expect(beginAttempt(me, after(209), client())).rejects.toEqual(refused)
    await beginAttempt(me, after(210), client())
  })

  it('never waits longer than 15 minutes', async () => {
    await fail(5)
    await client().signInFailure.updateMany({ data: { count: 40 } })
    await beginAttempt(me, after(15 * 60), client())
  })

  it('keeps waiting where the wait outlasts the window', async () => {
    await fail(5)
    for (const at of [30, 90, 210, 450]) await beginAttempt(me, after(at), client())
    await expect(beginAttempt(me, after(901), client())).rejects.toEqual(refused)
    await beginAttempt(me, after(450 + 480), client())
  })

  it('starts afresh when the window has passed', async () => {
    await fail(4)
    await fail(5, me, after(15 * 60))
    await expect(beginAttempt(me, after(15 * 60), client())).rejects.toEqual(refused)
  })

  it('cannot get more attempts by making them all at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => beginAttempt(me, START, client())))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  })

  it('starts afresh after a success', async () => {
    await fail(4)
    await attemptSucceeded(me, START, client())
    await fail(5)
    await expect(beginAttempt(me, START, client())).rejects.toEqual(refused)
  })
})

describe('strangers', () => {
  it('at another address do not keep the owner out', async () => {
    await fail(5, { ...me, address: '198.51.100.1' })
    await beginAttempt(me, START, client())
  })

  it('at one address cannot try more than 100 accounts', async () => {
    for (let count = 0; count < 100; count++)
      await fail(1, { email: `user${count}@example.com`, address: '198.51.100.1' })
    await expect(fail(1, { email: 'one-more@example.com', address: '198.51.100.1' })).rejects.toEqual(refused)
    await beginAttempt(me, START, client())
  })

  it('in one IPv6 network count as one', async () => {
    await fail(5, { ...me, address: '2001:db8:1:2::1' })
    await expect(fail(1, { ...me, address: '2001:db8:1:2::2' })).rejects.toEqual(refused)
  })

  it('at many addresses have 50 attempts an hour on one account, and its owner is still let in where they are known', async () => {
    await beginAttempt(me, START, client())
    await attemptSucceeded(me, START, client())
    for (let count = 0; count < 50; count++) await fail(1, { ...me, address: `198.51.100.${count}` })
    await expect(fail(1, { ...me, address: '203.0.113.1' })).rejects.toEqual(refused)
    await beginAttempt(me, START, client())
    await fail(1, { ...me, address: '203.0.113.1' }, after(60 * 60))
  })
})

it('stores neither emails nor addresses, and forgets what is over', async () => {
  await fail(3)
  expect(JSON.stringify(await client().signInFailure.findMany())).not.toMatch(/ayu|192\.0\.2/)
  await fail(1, { email: 'budi@example.com', address: '192.0.2.2' }, after(3 * 60 * 60))
  expect(await client().signInFailure.count()).toBe(3)
})
