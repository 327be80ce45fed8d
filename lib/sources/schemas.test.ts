import { expect, it } from 'vitest'
import { createSourceSchema, secretValueSchema, slugSchema, updateSourceSchema } from './schemas'

it.each(['a', 'toko', 'toko-2', '2-toko', 'a-b-c', 'x'.repeat(50)])('takes the slug %s', (slug) => {
  expect(slugSchema.safeParse(slug).success).toBe(true)
})

it.each(['', '-a', 'a-', 'a--b', 'Toko', 'a b', 'a/b', 'é', 'a\n', 'x'.repeat(51)])('refuses the slug %j', (slug) => {
  expect(slugSchema.safeParse(slug).success).toBe(false)
})

it('decides on a long slug at once', () => {
  const start = performance.now()
  expect(slugSchema.safeParse(`${'a'.repeat(5000)}!`).success).toBe(false)
  expect(performance.now() - start).toBeLessThan(100)
})

it('takes a secret without the space around it', () => {
  expect(secretValueSchema.parse('  whsec_12345678\n')).toBe('whsec_12345678')
})

it.each([
  ['short12', 'at least 8'],
  ['x'.repeat(1025), 'at most 1,024'],
  ['two\nlines-here', 'one line'],
  ['käsekuchen', 'ASCII'],
  [' 1234567 ', 'at least 8'],
])('refuses the secret %j', (value, words) => {
  expect(secretValueSchema.safeParse(value).error?.issues[0]?.message).toContain(words)
})

it.each([
  {},
  { toleranceSeconds: 9 },
  { toleranceSeconds: 86_401 },
  { toleranceSeconds: 12.5 },
  { maxBodyBytes: 1023 },
  { maxBodyBytes: 10 * 1024 * 1024 + 1 },
  { rejectedStatus: 500 },
  { rejectedKeep: -1 },
  { rejectedKeep: 1_000_001 },
  { enabled: 'yes' },
  { name: '' },
  { slug: 'other' },
])('refuses the change %j', (change) => {
  expect(updateSourceSchema.safeParse(change).success).toBe(false)
})

it.each([{ toleranceSeconds: 10 }, { maxBodyBytes: 10 * 1024 * 1024 }, { rejectedStatus: 200 }, { rejectedKeep: 0 }])(
  'takes the change %j',
  (change) => {
    expect(updateSourceSchema.parse(change)).toEqual(change)
  },
)

it('refuses a source with members that it does not know', () => {
  expect(createSourceSchema.safeParse({ provider: 'x', slug: 'x', name: 'X', colour: 'red' }).success).toBe(false)
})
