import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes'

const book = { sku: 'ABC-001', name: 'Book', quantity: 1, price: 50_000 }
const pen = { sku: 'ABC-002', name: 'Pen', quantity: 3, price: 5_000 }

describe('what changed', () => {
  it('is told field by field, with added, removed and changed apart', () => {
    expect(
      changesBetween({ status: 'packed', courier: 'JNE', total: 10 }, { status: 'shipped', awb: 'TRK1', total: 10 }),
    ).toEqual([
      { path: 'status', change: 'changed', before: 'packed', after: 'shipped' },
      { path: 'awb', change: 'added', after: 'TRK1' },
      { path: 'courier', change: 'removed', before: 'JNE' },
    ])
  })

  it('is told of a line by its SKU, wherever the line stands', () => {
    expect(changesBetween({ lines: [book, pen] }, { lines: [pen, { ...book, quantity: 2 }] })).toEqual([
      { path: 'lines[ABC-001].quantity', change: 'changed', before: 1, after: 2 },
    ])
  })

  it('names a line that is added or removed as one change, as the list has it', () => {
    expect(changesBetween({ lines: [book] }, { lines: [pen] })).toEqual([
      { path: 'lines[ABC-002]', change: 'added', after: pen },
      { path: 'lines[ABC-001]', change: 'removed', before: book },
    ])
  })

  it('names a list that was not spoken of before as one change, as a list', () => {
    expect(changesBetween({}, { lines: [book, pen], tags: [] })).toEqual([
      { path: 'lines', change: 'added', after: [book, pen] },
      { path: 'tags', change: 'added', after: [] },
    ])
  })

  it('matches by id before SKU, by SKU before product id, by name where there is nothing else', () => {
    const change = (before: object, after: object) => changesBetween({ lines: [before] }, { lines: [after] })
    expect(change({ id: '7', sku: 'A' }, { id: '7', sku: 'B' })).toMatchObject([{ path: 'lines[7].sku' }])
    expect(change({ sku: 'A', productId: '1' }, { sku: 'A', productId: '2' })).toMatchObject([
      { path: 'lines[A].productId' },
    ])
    expect(change({ productId: '1', quantity: 1 }, { productId: '1', quantity: 2 })).toMatchObject([
      { path: 'lines[1].quantity' },
    ])
    expect(change({ name: 'Pen', quantity: 1 }, { name: 'Pen', quantity: 2 })).toMatchObject([
      { path: 'lines[Pen].quantity' },
    ])
    expect(change({ quantity: 1 }, { quantity: 2 })).toMatchObject([{ path: 'lines["#1"].quantity' }])
  })

  it('tells two lines of one SKU apart by their order', () => {
    expect(changesBetween({ lines: [book, book] }, { lines: [book, { ...book, price: 1 }] })).toEqual([
      { path: 'lines[ABC-001#2].price', change: 'changed', before: 50_000, after: 1 },
    ])
  })

  it('tells which tags came and went', () => {
    expect(changesBetween({ tags: ['new', 'vip'] }, { tags: ['vip', 'gift'] })).toEqual([
      { path: 'tags[gift]', change: 'added', after: 'gift' },
      { path: 'tags[new]', change: 'removed', before: 'new' },
    ])
  })

  it('puts names in quotes that would blur the path, and loses none of them', () => {
    expect(changesBetween({ lines: [{ sku: 'A].B' }, { sku: '__proto__' }] }, { lines: [] })).toMatchObject([
      { path: 'lines["A].B"]', change: 'removed' },
      { path: 'lines[__proto__]', change: 'removed' },
    ])
    expect(changesBetween({}, JSON.parse('{"__proto__": 1}'))).toEqual([
      { path: '__proto__', change: 'added', after: 1 },
    ])
  })

  it('shows a long text as a whole', () => {
    const text = 'a long sentence that differs in one place only, '.repeat(20)
    expect(changesBetween({ text }, { text: `${text}!` })).toEqual([
      { path: 'text', change: 'changed', before: text, after: `${text}!` },
    ])
  })

  it('takes a list of a thousand lines in reverse for the same list', () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => ({ sku: `S${index}`, quantity: index }))
    expect(changesBetween({ lines }, { lines: lines.toReversed() })).toEqual([])
  })
})

const scalar = fc.oneof(fc.string({ maxLength: 4 }), fc.integer({ min: -3, max: 3 }), fc.boolean(), fc.constant(null))
const flat = fc.dictionary(fc.string({ maxLength: 3 }), scalar, { maxKeys: 4 })
const line = fc.record(
  { sku: fc.string({ maxLength: 3 }), quantity: fc.nat(3), name: scalar },
  { requiredKeys: ['sku'] },
)
const fields = fc.record(
  {
    status: scalar,
    total: scalar,
    place: flat,
    lines: fc.uniqueArray(line, { selector: ({ sku }) => sku, maxLength: 5 }),
    tags: fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 4 }),
  },
  { requiredKeys: [] },
)

describe('for any fields', () => {
  it('nothing changes from a thing to its copy, with keys and items in any order', () => {
    fc.assert(
      fc.property(fields, (value) => {
        expect(changesBetween(value, value)).toEqual([])
        expect(changesBetween(value, reversed(value) as object)).toEqual([])
      }),
    )
  })

  it('every leaf that differs is in one change, and no other leaf is', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const changes = changesBetween(before, after)
        const [was, is] = [leaves(before), leaves(after)]
        const differing = [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path))
        const covered = (leaf: string, path: string) => leaf === path || /^[.[]/.test(leaf.slice(path.length))
        for (const leaf of differing) {
          expect(changes.filter(({ path }) => leaf.startsWith(path) && covered(leaf, path)).length).toBeGreaterThan(0)
        }
        for (const { path, change } of changes) {
          if (change === 'changed') expect(differing).toContain(path)
        }
        expect(new Set(changes.map(({ path }) => path)).size).toBe(changes.length)
      }),
    )
  })

  it('there and back tells the same, the other way round', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const back = changesBetween(after, before).map(({ path, change, ...values }) => ({
          path,
          change: change === 'added' ? 'removed' : change === 'removed' ? 'added' : change,
          ...('after' in values ? { before: values.after } : {}),
          ...('before' in values ? { after: values.before } : {}),
        }))
        expect(sorted(back)).toEqual(sorted(changesBetween(before, after)))
      }),
    )
  })
})

function sorted<T extends { path: string }>(changes: readonly T[]): T[] {
  return [...changes].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

/** Every value that holds no other, by path; lists by the `sku` of their items, or the text itself. */
function leaves(value: unknown, path = '', found = new Map<string, unknown>()): Map<string, unknown> {
  if (Array.isArray(value)) {
    for (const item of value) {
      const name = typeof item === 'string' ? item : (item as { sku: string }).sku
      leaves(item, `${path}[${/^[^[\]"\\#]+$/.test(name) ? name : JSON.stringify(name)}]`, found)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) leaves(inner, path === '' ? key : `${path}.${key}`, found)
  } else {
    found.set(path, value)
  }
  return found
}
