import { expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { findHandler } from '@/lib/handlers/registry'
import { getRun } from './get'
import { ONCE, seedAttempt, seedEvent, seedRun } from './testing'

const { client } = useTestDatabase()

it('tells what was sent, what came back, who ordered it and why', async () => {
  const run = await seedRun(client(), await seedEvent(client()), { status: 'failed', tries: 1 })
  await seedAttempt(client(), run, {
    ...{ outcome: 'timed_out', errorName: 'TimeoutError', errorMessage: 'too slow' },
    supersededRetryAt: new Date(0),
    request: { method: 'POST', url: 'https://example.com/', headers: [['a', 'b']] },
    response: { status: 500, headers: [['c', 'd']] },
    responseBody: new TextEncoder().encode('Ärger'),
    responseTruncated: true,
  })
  const replay = { trigger: 'replay', actor: 'user:ayu@example.com', reason: 'mended' }
  await seedAttempt(client(), run, { ...replay, outcome: null, durationMs: null })
  const { attempts } = await getRun(run, 'viewer', client())
  expect(attempts).toMatchObject([
    {
      ...{ number: 1, replay: null, outcome: 'timed_out', supersededRetryAt: '1970-01-01T00:00:00.000Z' },
      request: { method: 'POST', url: 'https://example.com/', headers: [['a', 'b']] },
      response: { status: 500, headers: [['c', 'd']], body: 'Ärger', truncated: true },
    },
    {
      number: 2,
      replay: { actor: 'user:ayu@example.com', reason: 'mended' },
      outcome: null,
      error: null,
      response: null,
    },
  ])
})

it.each(['operator', 'admin'] as const)('shows the stack to an %s, and not to a viewer', async (role) => {
  const run = await seedRun(client(), await seedEvent(client()), { status: 'failed' })
  await seedAttempt(client(), run, { outcome: 'failed', errorMessage: 'no', errorStack: 'at line one' })
  expect((await getRun(run, role, client())).attempts[0]?.error).toMatchObject({ stack: 'at line one' })
  expect((await getRun(run, 'viewer', client())).attempts[0]?.error).toEqual({
    ...{ name: 'Error', message: 'no', stack: null },
  })
})

it('gives the waits that are still to come, and none once it is over', async () => {
  const attempts = findHandler(ONCE)?.retry.attempts ?? 0
  const event = await seedEvent(client())
  const waits = async (status: string, tries: number) => {
    await client().run.deleteMany()
    const run = await getRun(await seedRun(client(), event, { status, tries }), 'viewer', client())
    expect(run.maxTries).toBe(attempts)
    return run.scheduleSeconds
  }
  const all = await waits('queued', 0)
  expect(all).toHaveLength(attempts - 1)
  expect(await waits('running', 1)).toEqual(all)
  expect(await waits('retrying', 1)).toEqual(all)
  expect(await waits('retrying', 3)).toEqual(all.slice(2))
  expect(await waits('running', attempts)).toEqual([])
  expect(await waits('failed', 1)).toEqual([])
})

it('shows the latest hundred of many attempts', async () => {
  const run = await seedRun(client(), await seedEvent(client()))
  for (let number = 1; number <= 101; number += 1) await seedAttempt(client(), run, { number })
  const { attempts } = await getRun(run, 'viewer', client())
  expect([attempts.length, attempts[0]?.number, attempts.at(-1)?.number]).toEqual([100, 2, 101])
})

it('says which run there is not', async () => {
  const id = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12'
  await expect(getRun(id, 'viewer', client())).rejects.toMatchObject({ code: 'not_found' })
})
