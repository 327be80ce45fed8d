import { expect, it } from 'vitest'
import { readVerdicts } from '../partition/verdicts'
import { MOST_NAMES, speakers } from './standing'

const NUMBER = 'order_number:1001'
const nobodySaid = readVerdicts([])
const thing = (own: string[], shared: string[] = []) => ({
  names: [...own.map((name) => ({ name, isShared: false })), ...shared.map((name) => ({ name, isShared: true }))],
})

it('speaks for a thing with all its names, those that it shares too', () => {
  expect(speakers(thing(['order_id@a:1'], [NUMBER]), nobodySaid)).toEqual(['order_id@a:1', NUMBER])
})

it('leaves out the strongest names that others use where it has some of its own', () => {
  expect(speakers(thing(['order_id@a:1'], ['order_id@b:1', NUMBER]), nobodySaid)).toEqual(['order_id@a:1', NUMBER])
  expect(speakers(thing([], ['order_id@b:1', NUMBER]), nobodySaid)).toEqual(['order_id@b:1', NUMBER])
})

it('leaves out what the thing was parted from: linking it to another gives that to neither', () => {
  const parted = readVerdicts([{ verdict: 'apart', names: ['order_id@a:1'], others: [NUMBER], at: 1 }])
  expect(speakers(thing(['order_id@a:1'], [NUMBER]), parted)).toEqual(['order_id@a:1'])
})

it('keeps at most 50, and of the weaker ones rather those that nothing else uses', () => {
  const numbers = Array.from({ length: 60 }, (_, index) => `order_number:${index}`)
  const named = speakers(thing(['order_id@a:1', 'order_number:own'], numbers), nobodySaid)
  expect(named.slice(0, 2)).toEqual(['order_id@a:1', 'order_number:own'])
  expect(named).toHaveLength(MOST_NAMES)
})
