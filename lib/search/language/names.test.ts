import { expect, it } from 'vitest'
import { SCHEMES } from '@/lib/providers/identifiers'
import { namesOf, schemesOf } from './names'
import { KEYS } from './term'

it.each([
  ['order', ' #inv-1 ', ['order_number:INV-1', 'order_id:#inv-1']],
  ['awb', 'jne001', ['awb:JNE001']],
  ['phone', '0812-3456-7890', ['phone:+6281234567890']],
  ['customer', 'Siti@Example.com', ['customer_id:Siti@Example.com', 'email:siti@example.com']],
  ['phone', 'hello', []],
  ['order', '-', []],
  ['type', 'order.created', []],
] as const)('%s:%s asks for its names in every spelling', (key, value, names) => {
  expect([...namesOf(key, value)].sort()).toEqual([...names].sort())
})

it('every scheme but that of messages is asked for by a key', () => {
  const asked = new Set(KEYS.flatMap((key) => schemesOf(key) ?? []))
  expect(Object.keys(SCHEMES).filter((scheme) => !asked.has(scheme as keyof typeof SCHEMES))).toEqual(['message_id'])
})

it('a key that names nothing has no schemes', () => {
  expect(schemesOf('status')).toBeNull()
})
