import { expect, it, vi } from 'vitest'
import { JejakError } from './errors'
import { logError } from './log'

it('tells the same failure once a second, and then how often it was not told', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') })
  const error = new JejakError('not_recorded', 'Nothing was recorded.', { cause: new Error('connection refused') })
  logError('recording', error)
  logError('recording', error)
  logError('recording', error)
  logError('another', 'a word')
  vi.advanceTimersByTime(1_000)
  logError('recording', error)
  expect(log.mock.calls.map(([line]) => line)).toEqual([
    '2026-11-21T12:00:00.000Z recording: Nothing was recorded. (connection refused)',
    '2026-11-21T12:00:00.000Z another: a word',
    '2026-11-21T12:00:01.000Z recording: Nothing was recorded. (connection refused) (and 2 more times before)',
  ])
  vi.useRealTimers()
  log.mockRestore()
})
