import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translator'
import type { Overview } from '@/lib/overview/schemas'
import { type ConcernContext, concernWords } from './concern-words'

const NOW = new Date('2026-11-22T12:00:00Z')
const STOPPED = { destinationId: null, isGone: false, pausedAt: null, openedAt: null }
const OVERVIEW: Overview = {
  ...{
    window: '24h',
    at: NOW.toISOString(),
    from: NOW.toISOString(),
    concerns: [],
    slices: [],
    findings: [],
    sources: [],
  },
  failures: { failed: { value: 0, precision: 'exact' }, retrying: { value: 0, precision: 'exact' }, groups: [] },
  queue: {
    ...{ waiting: { value: 0, precision: 'exact' }, held: { value: 0, precision: 'exact' }, running: 0 },
    ...{ oldestWaitingAt: null, oldestEventId: null, oldestUnprocessedAt: null, workerAliveAt: null },
    unprocessed: { value: 0, precision: 'exact' },
    stopped: [
      { ...STOPPED, key: 'forward:d1', title: 'Warehouse', destinationId: 'd1', isGone: true },
      { ...STOPPED, key: 'check', title: 'Contract check', pausedAt: NOW.toISOString() },
    ],
  },
  refusals: { count: 0, lastAt: null, lastPath: null },
}
const CONTEXT: ConcernContext = {
  providerOf: () => {
    throw new Error('no source is asked for')
  },
  now: NOW,
  speech: { t: translator('en', 'overview'), words: translator('en', 'words'), locale: 'en' },
}
const words = (code: 'switched_off' | 'paused', targetKey: string) =>
  concernWords({ code, severity: 'problem', sourceId: null, targetKey }, OVERVIEW, CONTEXT)

it('leads from a destination that was switched off by itself to its page', () => {
  expect(words('switched_off', 'forward:d1')).toMatchObject({
    title: 'Warehouse is switched off: it answered 410 Gone',
    href: '/destinations/d1',
  })
})

it('leads from a paused handler to the handlers', () => {
  expect(words('paused', 'check')).toMatchObject({ title: 'Contract check is paused', href: '/handlers' })
})
