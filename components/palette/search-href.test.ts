import { expect, it } from 'vitest'
import { searchHref } from './search-href'

const queryOf = (typed: string) => new URL(searchHref(typed) ?? '', 'http://localhost').searchParams.get('q')

it('searches by a query where one is typed', () => {
  expect(queryOf(' status:failed ')).toBe('status:failed')
  expect(queryOf('jne')).toBe('jne')
})

it('searches for the text itself where it is no query', () => {
  expect(queryOf('https://example.com/a')).toBe('"https://example.com/a"')
  expect(queryOf('colour:red and blue')).toBe('"colour:red and blue"')
})

it('does not search for what is too short, or nothing', () => {
  expect(searchHref('ab')).toBeNull()
  expect(searchHref('  ')).toBeNull()
})
