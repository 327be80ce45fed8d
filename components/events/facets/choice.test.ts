import { describe, expect, it } from 'vitest'
import { choiceOf, clearFacet, countChoices, toggleExcluded } from './choice'

describe('choiceOf', () => {
  it('tells what a query wants of a facet and what it leaves out', () => {
    const q = 'status:failed,retrying "slow courier" -type:message.* status:queued -status:running'
    expect(choiceOf(q, 'status')).toEqual({ chosen: ['failed', 'retrying', 'queued'], excluded: ['running'] })
    expect(choiceOf(q, 'type')).toEqual({ chosen: [], excluded: ['message.*'] })
    expect(countChoices(q)).toBe(5)
  })

  it('takes no value from a term that only asks whether there is one', () => {
    expect(choiceOf('handler:* -handler:*', 'handler')).toEqual({ chosen: [], excluded: [] })
  })
})

describe('toggleExcluded', () => {
  it('adds a term, then a value to it, and takes both away again', () => {
    const one = toggleExcluded('status:failed jne', 'type', 'order.created')
    expect(one).toBe('status:failed jne -type:order.created')
    const two = toggleExcluded(one, 'type', 'order.paid')
    expect(two).toBe('status:failed jne -type:order.created,order.paid')
    expect(toggleExcluded(two, 'type', 'order.created')).toBe('status:failed jne -type:order.paid')
    expect(toggleExcluded('-type:order.paid jne', 'type', 'order.paid')).toBe('jne')
  })

  it('takes a value away wherever it is left out', () => {
    expect(toggleExcluded('-type:a.b jne -type:a.b,c.d', 'type', 'a.b')).toBe('jne -type:c.d')
  })

  it('does not touch what is wanted', () => {
    expect(toggleExcluded('type:order.*', 'type', 'order.paid')).toBe('type:order.* -type:order.paid')
  })
})

describe('clearFacet', () => {
  it('takes away all terms of the facet and no others', () => {
    expect(clearFacet('status:failed jne -status:queued type:a.b status:*', 'status')).toBe('jne type:a.b')
  })
})
