import { describe, expect, it } from 'vitest'
import { FIELDS, RELATIONS, SHAPES, STATES } from '@/lib/providers/vocabulary'
import { KIND_NAMES } from './kinds'
import { FIELD_NAMES, fieldTitle, memberTitle, relationTitle, STATE_WORDS, stateWords } from './words'

describe('words for people', () => {
  it('are there for every state of every kind, and for no other', () => {
    for (const kind of KIND_NAMES) expect(Object.keys(STATE_WORDS[kind]).sort()).toEqual([...STATES[kind]].sort())
    expect(stateWords('order', 'awaiting_awb')).toBe('Waiting for its AWB')
  })

  it('are there for every field, and for what fields hold', () => {
    const fields = KIND_NAMES.flatMap((kind) => Object.keys(FIELDS[kind]))
    expect(FIELD_NAMES.toSorted()).toEqual([...new Set(fields)].sort())
    for (const shape of Object.values(SHAPES)) {
      for (const member of Object.keys(shape)) expect(memberTitle(member)).not.toBe('')
    }
    expect([fieldTitle('cancelled'), memberTitle('pending')]).toEqual(['Cancelled items', 'still to come'])
  })

  it('are there for every relation between things, from both sides', () => {
    const relations = KIND_NAMES.flatMap((kind) => Object.values<string>(RELATIONS[kind]))
    for (const relation of [...relations, 'remainder_of']) {
      expect(relationTitle(relation, 'from')).not.toBe(relationTitle(relation, 'to'))
    }
    expect(relationTitle('delivers', 'to')).toBe('Delivered by')
    expect(relationTitle('remainder_of', 'to')).toBe('Remainder')
  })

  it('read as they are spelled where they are not known', () => {
    expect(stateWords('order', 'on_the_moon')).toBe('On the moon')
    expect(stateWords('order', 'constructor')).toBe('Constructor')
    expect(fieldTitle('giftWrap')).toBe('Gift wrap')
    expect(relationTitle('replaces', 'to')).toBe('Replaces')
    expect(memberTitle('colour')).toBe('colour')
  })
})
