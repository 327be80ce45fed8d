import { describe, expect, it } from 'vitest'
import { parseQuery } from '@/lib/search/language/parse'
import { printTerms } from '@/lib/search/language/print'
import { lastingTerms } from './shown-events'

const AT = '2026-11-22T10:00:00.000Z'
const FAILURES = [{ id: 'aaaa', target: 'check', message: 'no' }]

function lasting(q: string, handlers: string[] | null = null): string {
  const terms = parseQuery(q).terms.map(({ term }) => term)
  return printTerms(lastingTerms({ handlers, createdAt: AT }, terms, FAILURES))
}

describe('lastingTerms', () => {
  it('leaves out how runs stood, and asks for nothing that came after the order', () => {
    expect(lasting('status:failed -status:queued type:order.* jne')).toBe(`type:order.* jne received:<=${AT}`)
  })

  it('asks for where the runs of a group went instead of for the group', () => {
    expect(lasting('failure:aaaa')).toBe(`handler:check received:<=${AT}`)
  })

  it('asks for no handler where one of the groups is not known, or none is asked for', () => {
    expect(lasting('failure:aaaa,bbbb')).toBe(`received:<=${AT}`)
    expect(lasting('-failure:aaaa')).toBe(`received:<=${AT}`)
  })

  it('keeps the handler that was asked for, and adds those that were chosen', () => {
    expect(lasting('failure:aaaa handler:other')).toBe(`handler:other received:<=${AT}`)
    expect(lasting('failure:aaaa', ['other', 'third'])).toBe(`handler:other,third received:<=${AT}`)
  })
})
