import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchFirstLook } from './first-look'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function watched() {
  const events: WorkerEvents = new EventEmitter()
  const { logger, firstLook } = watchFirstLook(events)
  const look = () => (events as EventEmitter).emit('localQueue:getJobs:complete', {})
  let became = 'waits'
  firstLook.then(
    () => {
      became = 'looked'
    },
    (error) => {
      became = String(error)
    },
  )
  const state = () => became
  return { logger, look, state }
}

it('takes an error for one of the first look only where none comes after it', async () => {
  const { logger, look, state } = watched()
  logger.error('cannot listen')
  await vi.advanceTimersByTimeAsync(500)
  expect(state()).toBe('waits')
  look()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(state()).toBe('looked')
})

it('tells the first error where the queue goes on to fail', async () => {
  const { logger, state } = watched()
  logger.error('gone')
  await vi.advanceTimersByTimeAsync(500)
  logger.error('still gone')
  await vi.advanceTimersByTimeAsync(500)
  expect(state()).toBe('Error: gone')
})

it('has all the time where nothing is wrong', async () => {
  const { logger, state } = watched()
  logger.info('starting')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(state()).toBe('waits')
})
