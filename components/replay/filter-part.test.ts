import { expect, it } from 'vitest'
import { segmentsOf } from '@/components/search/segments'
import { translator } from '@/lib/i18n/translator'
import { filterPart } from './filter-part'

const t = translator('en', 'replay')
const FAILURES = [
  { id: 'aaaa', target: 'check', message: 'price …: expected a number' },
  { id: 'bbbb', target: 'check', message: 'no answer' },
]
const parts = (q: string) => segmentsOf(q).map((part) => filterPart(part, FAILURES, t))

it('shows a group of failures by its message and the rest as it was typed', () => {
  expect(parts('failure:aaaa -failure:bbbb type:order.* failure:*')).toEqual([
    'failed with “price …: expected a number”',
    'not failed with “no answer”',
    'type:order.*',
    'failure:*',
  ])
  expect(parts('failure:aaaa,bbbb')).toEqual(['failed with “price …: expected a number”, “no answer”'])
})

it('never shows the id of a group that is not known', () => {
  expect(parts('failure:cccc -failure:cccc failure:aaaa,cccc')).toEqual([
    'runs that failed alike',
    'without runs that failed alike',
    'runs that failed alike',
  ])
})
