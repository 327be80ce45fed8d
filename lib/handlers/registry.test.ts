import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import { subscribes } from './handler'
import { findHandler, handlers } from './registry'

const documented = providers.flatMap(({ eventTypes }) => Object.keys(eventTypes))

it('every handler has a name of its own, by which it is found', () => {
  expect(handlers.length).toBeGreaterThan(0)
  expect(new Set(handlers.map(({ name }) => name)).size).toBe(handlers.length)
  for (const handler of handlers) expect(findHandler(handler.name)).toBe(handler)
})

it.each(['nobody', '', '__proto__', 'forward:1'])('no handler is found by the name "%s"', (name) => {
  expect(findHandler(name)).toBeUndefined()
})

it('the contract check and forwarding are built in, and get every event', () => {
  for (const name of ['contract-check', 'forward']) {
    const handler = findHandler(name)
    expect(documented.every((type) => subscribes(handler?.on ?? [], type))).toBe(true)
    expect(subscribes(handler?.on ?? [], 'order.cloned')).toBe(true)
  }
})

describe.each(handlers.map((handler) => [handler.name, handler] as const))('%s', (_, handler) => {
  it('has a name fit for a URL and a target, and words for people', () => {
    expect(handler.name).toMatch(/^[a-z][a-z0-9-]{0,49}$/)
    expect(handler.title).toMatch(/^[A-Z].*[^.]$/)
    expect(handler.description).toMatch(/^[A-Z].*\.$/)
  })

  it('subscribes by patterns that are well formed and take a documented event type each', () => {
    expect(handler.on.length).toBeGreaterThan(0)
    for (const pattern of handler.on) {
      expect(pattern).toMatch(/^[\w.*:/-]{1,100}$/)
      expect(documented.filter((type) => subscribes([pattern], type))).not.toEqual([])
    }
  })

  it('has a time-out and a retry policy within reason', () => {
    expect(handler.timeoutMs).toBeGreaterThanOrEqual(1_000)
    expect(handler.timeoutMs).toBeLessThanOrEqual(5 * 60_000)
    const { attempts, baseMs, factor, maxMs } = handler.retry
    expect(Number.isInteger(attempts) && attempts >= 1 && attempts <= 50).toBe(true)
    expect(baseMs).toBeGreaterThan(0)
    expect(factor).toBeGreaterThanOrEqual(1)
    expect(maxMs).toBeGreaterThanOrEqual(baseMs)
  })
})
