import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '@/lib/timeline/settings'
import { fromDraft, isSameSettings, toDraft } from './draft'

test('what is stored survives the form unchanged, states that no lifecycle knows included', () => {
  const stored = {
    lateAfterMinutes: 30,
    stuckAfterHours: { 'order.packed': 48, 'order.shipped': null, 'order.unheard_of': 3 },
    disabledRules: ['late_arrival'],
  }
  expect(fromDraft(toDraft(stored))).toEqual(stored)
})

test('an emptied figure means the one of the provider', () => {
  const draft = toDraft({ ...DEFAULT_SETTINGS, stuckAfterHours: { 'order.packed': 48 } })
  expect(fromDraft({ ...draft, hours: { 'order.packed': ' ' } }).stuckAfterHours).toEqual({})
})

test('the order in which rules and states were chosen makes no difference', () => {
  const a = { lateAfterMinutes: 15, stuckAfterHours: { a: 1, b: 2 }, disabledRules: ['stuck', 'conflict'] }
  const b = { lateAfterMinutes: 15, stuckAfterHours: { b: 2, a: 1 }, disabledRules: ['conflict', 'stuck'] }
  expect(isSameSettings(a, b)).toBe(true)
  expect(isSameSettings(a, { ...b, disabledRules: ['stuck'] })).toBe(false)
})
