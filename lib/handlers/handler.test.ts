import { describe, expect, it } from 'vitest'
import { defineHandler, subscribes } from './handler'

describe('a pattern of event types', () => {
  it.each([
    ['order.created', 'order.created'],
    ['order.*', 'order.created'],
    ['*', 'order_cancel_partial'],
    ['*.updated', 'message.status.updated'],
    ['message.*.updated', 'message.status.updated'],
    ['o*d*r*', 'order.created'],
    ['a**b', 'ab'],
  ])('%s takes %s', (pattern, type) => expect(subscribes([pattern], type)).toBe(true))

  it.each([
    ['order.created', 'order.created.again'],
    ['order.*', 'orders'],
    ['*.updated', 'order.updated.late'],
    ['ab*ba', 'aba'],
    ['a*b*c', 'acb'],
    ['order.*', 'purchase.order.created'],
    ['a.b', 'axb'],
  ])('%s does not take %s', (pattern, type) => expect(subscribes([pattern], type)).toBe(false))

  it('of many stars is judged at once, however it ends', () => {
    expect(subscribes([`${'*a'.repeat(50)}x`], 'a'.repeat(500))).toBe(false)
  })
})

it('refuses a name that would not do as an id', () => {
  const run = async () => ''
  expect(() => defineHandler({ name: 'Tell Me', title: 'Tell me', on: ['*'], run })).toThrow('this one is "Tell Me"')
})
