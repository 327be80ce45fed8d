import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { SCHEMES } from '@/lib/providers/identifiers'
import { FIELDS, RELATIONS, SHAPES, STATES } from '@/lib/providers/vocabulary'
import { FINDING_RULE_NAMES, FINDING_RULES } from './finding-rules'
import { findingTitle } from './finding-words'
import { kindOne, kindTitle, subjectWithin } from './kind-words'
import { KIND_NAMES, KINDS } from './kinds'
import { nameWithin, schemeLabel } from './name-words'
import { FIELD_NAMES, fieldTitle, memberTitle, relationTitle, stateWords } from './words'

const t = translator('en', 'words')

describe.each(LOCALES)('words for people in %s', (locale) => {
  const words = translator(locale, 'words')
  const isTold = (text: string) => {
    expect(text).toMatch(/\S/)
    // A key that is missing is answered as it is asked for.
    expect(text).not.toMatch(/^words\./)
  }

  it('are there for every state of every kind', () => {
    for (const kind of KIND_NAMES) for (const state of STATES[kind]) isTold(stateWords(kind, state, words))
  })

  it('are there for every field, and for what fields hold', () => {
    const fields = KIND_NAMES.flatMap((kind) => Object.keys(FIELDS[kind]))
    expect(FIELD_NAMES.toSorted()).toEqual([...new Set(fields)].sort())
    for (const field of fields) isTold(fieldTitle(field, words))
    for (const shape of Object.values(SHAPES)) {
      for (const member of Object.keys(shape)) isTold(memberTitle(member, words))
    }
  })

  it('are there for every relation between things, from both sides', () => {
    const relations = KIND_NAMES.flatMap((kind) => Object.values<string>(RELATIONS[kind]))
    for (const relation of [...relations, 'remainder_of']) {
      isTold(relationTitle(relation, 'from', words))
      expect(relationTitle(relation, 'from', words)).not.toBe(relationTitle(relation, 'to', words))
    }
  })

  it('are there for every scheme of names and every rule', () => {
    for (const scheme of Object.keys(SCHEMES)) isTold(schemeLabel(scheme, words))
    for (const rule of FINDING_RULE_NAMES) isTold(findingTitle(rule, words))
  })
})

describe('words in English', () => {
  it('are those of the API', () => {
    for (const kind of KIND_NAMES) {
      expect([kindOne(kind, t), kindTitle(kind, t)]).toEqual([KINDS[kind].one, KINDS[kind].title])
    }
    for (const rule of FINDING_RULE_NAMES) expect(findingTitle(rule, t)).toBe(FINDING_RULES[rule].title)
    for (const [scheme, { label }] of Object.entries(SCHEMES)) expect(schemeLabel(scheme, t)).toBe(label)
  })

  it('are as people say them', () => {
    expect(stateWords('order', 'awaiting_awb', t)).toBe('Waiting for its AWB')
    expect([fieldTitle('cancelled', t), memberTitle('pending', t)]).toEqual(['Cancelled items', 'still to come'])
    expect(relationTitle('delivers', 'to', t)).toBe('Delivered by')
    expect(relationTitle('remainder_of', 'to', t)).toBe('Remainder')
    expect([nameWithin('awb:TRK1', t), nameWithin('order_id@shop:7', t)]).toEqual(['AWB TRK1', 'order id 7'])
  })

  it('read as they are spelled where they are not known', () => {
    expect(stateWords('order', 'on_the_moon', t)).toBe('On the moon')
    expect(stateWords('order', 'constructor', t)).toBe('Constructor')
    expect(fieldTitle('giftWrap', t)).toBe('Gift wrap')
    expect(relationTitle('replaces', 'to', t)).toBe('Replaces')
    expect(memberTitle('colour', t)).toBe('colour')
    expect(subjectWithin('spaceship', t)).toBe('spaceship')
    expect(schemeLabel('gift_card', t)).toBe('gift card')
  })
})
