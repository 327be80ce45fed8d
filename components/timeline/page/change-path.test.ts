import { expect, it } from 'vitest'
import { readPath } from './change-path'

it.each([
  ['status', { field: 'status', item: null, member: null }],
  ['place.name', { field: 'place', item: null, member: 'name' }],
  ['lines[ABC-001].quantity', { field: 'lines', item: 'ABC-001', member: 'quantity' }],
  ['lines[ABC.001#2]', { field: 'lines', item: 'ABC.001#2', member: null }],
  ['lines["A].B"].price', { field: 'lines', item: 'A].B', member: 'price' }],
  ['tags["#1"#2]', { field: 'tags', item: '#1#2', member: null }],
])('reads %s', (path, place) => {
  expect(readPath(path)).toEqual(place)
})
