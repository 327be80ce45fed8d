import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvHead, csvLine } from './csv'
import { exportRow } from './testing'

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    [null, ''],
    [12, '12'],
  ])('of %j is %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })

  it.each(['=1+1', '+62812', '-1', '@SUM(A1)', '\t=1', '\r=1'])('of %j is no formula', (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  })

  it('holds no formula behind a semicolon either, which separates cells in some languages', () => {
    expect(csvCell('x;=HYPERLINK("http://evil")')).toContain("x;'=")
    expect(csvCell('a; b: c')).toBe('a; b: c')
  })

  it('of a number below zero stays a number', () => {
    expect(csvCell(-0.25)).toBe('-0.25')
  })

  it('is read back as what it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",; aé') }), { minLength: 1, maxLength: 5 }),
        (values) => {
          const read = readCsvLine(values.map(csvCell).join(','))
          expect(read.map((cell) => cell.replaceAll("'", ''))).toEqual(values)
        },
      ),
    )
  })
})

it('a row has as many cells as the head has names', () => {
  const line = csvLine(exportRow({ type: 'order.created, "urgent"', problems: [{ code: 'not_json', message: 'x' }] }))
  expect(line.endsWith('\r\n')).toBe(true)
  expect(readCsvLine(line.trimEnd())).toHaveLength(readCsvLine(csvHead().trimEnd()).length)
})

it('a row tells how long after it occurred an event was received', () => {
  const row = exportRow({ occurredAt: '2026-11-21T09:30:00.000Z', receivedAt: '2026-11-21T09:30:01.500Z' })
  const names = readCsvLine(csvHead().trimEnd())
  expect(readCsvLine(csvLine(row).trimEnd())[names.indexOf('lagSeconds')]).toBe('1.5')
})

/** RFC 4180, read by its grammar. */
function readCsvLine(line: string): string[] {
  const cells: string[] = []
  let rest = `,${line}`
  while (rest !== '') {
    const [whole, quoted, plain] = /^,(?:"((?:[^"]|"")*)"|([^",]*))/.exec(rest) ?? []
    if (whole === undefined) throw new Error(`not CSV: ${rest}`)
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    rest = rest.slice(whole.length)
  }
  return cells
}
