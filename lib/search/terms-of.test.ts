import { expect, it } from 'vitest'
import { printTerms } from './language/print'
import { termsOf } from './terms-of'

it.each([
  [{}, ''],
  [{ provider: 'acme', source: 'default', order: ' #1001 ' }, 'provider:acme source:default order:#1001'],
  [{ type: 'order.*, awb.*,' }, 'type:order.*,awb.*'],
  [{ type: ['order.*', 'order.*', 'a.b,c.d'] }, 'type:order.*,a.b,c.d'],
  [{ order: '10,01' }, 'order:"10,01"'],
  [{ verdict: 'verified,rejected', status: ['failed'] }, 'verdict:verified,rejected status:failed'],
  [{ handler: 'forward', failure: 'abc' }, 'handler:forward failure:abc'],
  [{ from: '2d', to: '2026-11-21' }, 'received:>=2d received:<2026-11-21'],
  [{ provider: '', type: ',', from: null, to: undefined, status: [] }, ''],
])('the parameters %j say the same as terms', (parameters, query) => {
  expect(printTerms(termsOf(parameters))).toBe(query)
})
