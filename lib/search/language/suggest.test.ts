import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse'
import { type KnownValues, suggest } from './suggest'
import { KEYS } from './term'
import { anyText } from './testing'

const known: KnownValues = {
  providers: [
    { id: 'acme', label: 'Acme Shop' },
    { id: 'post', label: 'Swift Post' },
  ],
  eventTypes: [
    { type: 'order.created', title: 'Order created' },
    { type: 'order.paid', title: 'Order paid' },
    { type: 'awb.updated', title: 'Shipment moved' },
    { type: 'order.created', title: 'Order created' },
  ],
  sources: [
    { slug: 'default', id: 'id-1', name: 'Main shop' },
    { slug: 'default', id: 'id-2', name: 'Couriers' },
    { slug: 'outlet', id: 'id-3', name: 'Outlet' },
  ],
  handlers: [
    { key: 'forward', title: 'Forward' },
    { key: 'forward:01920000-0000-7000-8000-000000000009', title: 'Warehouse' },
  ],
}

/** The text with the caret at `|`, and each text that a suggestion makes of it. */
function made(marked: string): string[] {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  return suggest(text, caret, known).map(({ insert, start, end }) => text.slice(0, start) + insert + text.slice(end))
}

describe('suggestions', () => {
  it('are all keys where nothing is typed', () => {
    expect(made('|')).toEqual(KEYS.map((key) => `${key}:`))
    expect(made('abc | def')[0]).toBe('abc type: def')
  })

  it.each([
    ['ty|', 'type:'],
    ['abc -ty|', 'abc -type:'],
    ['-|', '-type:'],
    ['ty|pe:order.*', 'type:order.*'],
    ['sta|:failed', 'status:failed'],
    ['staus|', 'status:'],
    ['type:or|', 'type:order.*'],
    ['type:awb.updated,or|', 'type:awb.updated,order.*'],
    ['type:or|,awb.updated abc', 'type:order.*,awb.updated abc'],
    ['type:"ord|', 'type:order.*'],
    ['-status:f|', '-status:failed'],
    ['provider:sw|', 'provider:post'],
    ['source:out|', 'source:outlet'],
    ['handler:ware|', 'handler:forward:01920000-0000-7000-8000-000000000009'],
    ['received:|', 'received:>24h'],
    ['received:>7|', 'received:>7d'],
    ['repeats:|', 'repeats:>1'],
    ['problem:unk|', 'problem:unknown_event_type'],
    ['1001|', 'order:1001'],
    ['-#1001|', '-order:#1001'],
    ['siti@example.com|', 'email:siti@example.com'],
    ['081234567890|', 'phone:081234567890'],
    ['+6281234567890|', 'phone:+6281234567890'],
    ['01920000-0000-7000-8000-000000000000|', 'id:01920000-0000-7000-8000-000000000000'],
  ])('begin, for %s, with the likeliest', (marked, first) => expect(made(marked)[0]).toBe(first))

  it.each([
    ['JNE0012345|', ['order:JNE0012345', 'awb:JNE0012345', '"JNE0012345"']],
    ['081234567890|', ['phone:081234567890', 'order:081234567890', 'awb:081234567890', '"081234567890"']],
    ['fail|', ['failure:', 'status:failed', '"fail"']],
    ['shop|', ['provider:acme', 'source:id-1', '"shop"']],
    ['jakarta|', ['"jakarta"']],
    ['type:awb|', ['type:awb.updated']],
    ['source:|', ['source:id-1', 'source:id-2', 'source:outlet']],
    [
      'status:failed,retrying,queued,running,cancelled,|',
      ['status:failed,retrying,queued,running,cancelled,succeeded'],
    ],
    ['problem:x|', []],
    ['order:10|', []],
    ['data.courier:J|', []],
    ['"free te|xt"', []],
  ])('are, for %s, all that it may be', (marked, all) => expect(made(marked)).toEqual(all))

  it('offer any value where the key takes that', () => {
    expect(made('order:|')).toEqual(['order:*'])
    expect(made('handler:|').at(-1)).toBe('handler:*')
    expect(made('verdict:|')).not.toContain('verdict:*')
  })

  it('say what people call the thing', () => {
    expect(suggest('source:out', 10, known)).toEqual([
      { kind: 'value', insert: 'outlet', start: 7, end: 10, label: 'outlet', detail: 'Outlet', key: 'source' },
    ])
    expect(suggest('rece', 4, known)[0]).toMatchObject({
      kind: 'key',
      label: 'received:',
      key: 'received',
      detail: null,
    })
  })

  it('stand around the caret, and those of whole terms have no fault', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => {
        const caret = at % (text.length + 1)
        for (const { kind, insert, start, end } of suggest(text, caret, known)) {
          expect(start <= caret && caret <= end).toBe(true)
          const isWhole = kind !== 'key' && text.slice(0, start).trimEnd() !== text.slice(0, start)
          if (isWhole || start === 0)
            expect(parseQuery(insert).faults).toEqual(kind === 'key' ? [expect.anything()] : [])
        }
      }),
      { numRuns: 1000 },
    )
  })
})
