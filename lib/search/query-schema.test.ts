import { expect, it } from 'vitest'
import { z } from 'zod'
import { invalidInput } from './../http/invalid'
import { querySchema } from './query-schema'

it.each(['', 'type:order.* "Siti Aminah" -phone:0812-3456-7890', 'order:#1001 received:>2d', 'customer:*'])(
  'a query without a fault is taken as it is: %s',
  (text) => expect(querySchema.parse(text)).toBe(text),
)

it('every fault of a query is an issue', () => {
  const { error } = querySchema.safeParse('staus:failed ab verdict:fine')
  expect(error?.issues.map(({ message }) => message)).toEqual([
    expect.stringContaining('status:failed'),
    expect.stringContaining('at least 3 characters'),
    expect.stringContaining('"fine"'),
  ])
})

it.each(['phone:hello', 'email:siti', 'order:-', 'customer:"N/A"', '-awb:0812,000'])(
  'a value that can name nothing is refused: %s',
  (text) => expect(querySchema.safeParse(text).error?.issues).toHaveLength(1),
)

it('an error of the API says of each fault what came, and not the whole query', () => {
  const schema = z.strictObject({ q: querySchema })
  const input = { q: 'type:order.* verdict:fine phone:hello' }
  const { error } = schema.safeParse(input)
  const errors = error && invalidInput(error, input).extra?.errors
  expect(errors).toEqual([
    { parameter: 'q', message: expect.stringMatching(/^expected one of verified.*"fine" came$/) },
    { parameter: 'q', message: expect.stringMatching(/^expected .*phone.*"hello"/) },
  ])
})

it('what is no text is refused', () => {
  expect(querySchema.safeParse(5).success).toBe(false)
  expect(querySchema.safeParse('a'.repeat(2001)).success).toBe(false)
})
