import { expect, test } from 'vitest'
import { actorWords } from '@/lib/audit/actor-words'
import { translator } from '@/lib/i18n/translator'
import type { AttemptItem, RunPill } from '@/lib/runs/schemas'
import { jsonFault } from './json-fault'
import { pillWords, targetKey, triggerWords } from './run-words'

const t = translator('en', 'words')
const runs = translator('en', 'runs')

const forward: RunPill = {
  id: 'r1',
  handler: 'forward',
  title: 'Warehouse',
  destinationId: 'd1',
  status: 'failed',
  held: null,
  nextAttemptAt: null,
}

function attempt(number: number, trigger: AttemptItem['trigger'], part: Partial<AttemptItem> = {}): AttemptItem {
  return {
    id: `a${number}`,
    number,
    trigger,
    replay: null,
    supersededRetryAt: null,
    startedAt: '2026-11-21T10:00:00.000Z',
    durationMs: 12,
    outcome: 'failed',
    result: null,
    error: null,
    request: null,
    response: null,
    ...part,
  }
}

test('a run is told in a few words, with the destination it goes to and why it waits', () => {
  expect(pillWords(forward, t)).toBe('forward to Warehouse: failed')
  expect(pillWords({ ...forward, destinationId: null, handler: 'contract-check', title: 'Contract check' }, t)).toBe(
    'Contract check: failed',
  )
  expect(pillWords({ ...forward, status: 'queued', held: 'paused' }, t)).toBe(
    'forward to Warehouse: queued (the handler is paused)',
  )
})

test('the key of a run is the handler, and of a destination its id too', () => {
  expect(targetKey(forward)).toBe('forward:d1')
  expect(targetKey({ handler: 'contract-check', destinationId: null })).toBe('contract-check')
})

test('retries are counted among the automatic attempts, replays and returned ones aside', () => {
  const replay = { id: null, actor: 'user:ana@example.com', reason: null }
  const attempts = [
    attempt(1, 'automatic'),
    attempt(2, 'replay', { replay }),
    attempt(3, 'retry', { outcome: 'returned' }),
    attempt(4, 'retry'),
  ]
  const words = attempts.map((each) => triggerWords(each, { attempts, maxTries: 8 }, t))
  expect(words).toEqual(['Automatic', 'Replay by ana@example.com', 'Retry 2 of 8', 'Retry 2 of 8'])
})

test('an actor is told as people say it', () => {
  expect(actorWords('user:ana@example.com', t)).toBe('ana@example.com')
  expect(actorWords('token:deploy:eu', t)).toBe('the token deploy:eu')
  expect(actorWords('system', t)).toBe('Jejak')
})

test('a text that is not JSON is told where, and one that is is not faulted', () => {
  expect(jsonFault('{"a": 1.0}', runs)).toBeNull()
  expect(jsonFault('  ', runs)).toBe('it is empty')
  expect(jsonFault('{\n  "a": 1,,\n}', runs)).toMatch(/line 2, column 10/)
})
