import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { differences, listOf } from './documented'

const schema = z.looseObject({ list: listOf(z.looseObject({ id: z.string() })), name: z.string() })
const messageFor = (value: unknown) => differences(schema, value)?.message

describe('differences', () => {
  it('are none where the value fits, additions or not', () => {
    expect(differences(schema, { list: [{ id: '1', more: 1 }], name: 'a', extra: null })).toBeNull()
  })

  it('are named by path, in the order of the schema', () => {
    expect(messageFor({ list: [{ id: '1' }, { id: 2 }, 3] })).toBe(
      'list[1].id: expected string, received number; list[2]: expected object, received number; name: expected string, received nothing',
    )
    expect(messageFor({ list: {}, name: 'a' })).toBe('list: expected array, received object')
  })

  it('are looked for in the first 50 items of a list only', () => {
    const good = Array.from({ length: 50 }, () => ({ id: '1' }))
    expect(messageFor({ list: [...good, 'wrong'], name: 'a' })).toBeUndefined()
    expect(messageFor({ list: Array(100_000).fill({}), name: 'a' })).toMatch(/; and 47 more$/)
  })
})
