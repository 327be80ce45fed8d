import { describe, expect, it } from 'vitest'
import { type Decision, type NamingFacts, partition } from './partition'

const DAY = 24 * 60 * 60 * 1_000
const NOW = 1_000 * DAY

/** `names @ days`: names that stood together, from one day to another (day 0 where absent). */
function naming(text: string): NamingFacts {
  const [names = '', days = '0'] = text.split(' @ ')
  const [first, last = first] = days.split('-').map(Number)
  return { id: text, names: names.split(' ').sort(), firstAt: (first ?? 0) * DAY, lastAt: (last ?? 0) * DAY }
}

function decide(verdict: Decision['verdict'], names: string, others: string, at = NOW): Decision {
  return { verdict, names: names.split(' '), others: others.split(' '), at }
}

/** Groups in the order of the alphabet, so that a test may list them in any. */
function sorted(groups: readonly (readonly string[])[]): string[][] {
  return groups.map((group) => [...group].sort()).sort((a, b) => (a.join() < b.join() ? -1 : 1))
}

function expectGroups(groups: string[][], decisions: Decision[] = [], contested: Record<string, string> = {}): void {
  const found = partition(groups.flat().map(naming), decisions)
  expect(sorted(found.groups)).toEqual(sorted(groups))
  expect(Object.fromEntries(found.contested)).toEqual(contested)
}

// Short forms: A1 is the id 1 at provider A; #1001 a number; a~ an address.
const [A1, A2, A3] = ['order_id@a:1', 'order_id@a:2', 'order_id@a:3']
const [B1, B2, B3] = ['order_id@b:1', 'order_id@b:2', 'order_id@b:3']
const [N1, N2] = ['order_number:1001', 'order_number:2002']
const [C1, C2, C3, D1] = ['customer_id@a:1', 'customer_id@a:2', 'customer_id@a:3', 'customer_id@b:1']
const [ANI, BUDI, SHOP] = ['email:ani@x.test', 'email:budi@x.test', 'email:shop@x.test']
const [P1, P2] = ['phone:+62811', 'phone:+62822']

describe('ids of a provider', () => {
  it('are one thing where a naming holds both', () => expectGroups([[`${A1} ${A2}`, A1, A2]]))
  it('are two things otherwise', () => expectGroups([[A1], [A2]]))
  it('are two things even where they are the same value at two providers', () => expectGroups([[A1], [B1]]))
  it('are joined one by one, however long the chain', () =>
    expectGroups([[`${A1} ${A2}`, `${A2} ${A3}`, `${A3} ${B1}`]]))
})

describe('an order number', () => {
  it('joins the ids of two providers', () => expectGroups([[`${A1} ${N1}`, `${B1} ${N1}`, N1]]))
  it('joins what names nothing else', () => expectGroups([[N1, `${N1} ${N2}`]]))
  it('given anew after two months begins a period of its own', () =>
    expectGroups([
      [`${A1} ${N1} @ 0-3`, `${B1} ${N1} @ 1-5`],
      [`${A2} ${N1} @ 60-63`, `${B2} ${N1} @ 61-65`],
    ]))
  it('given anew after a year begins a period of its own, whoever speaks of it', () =>
    expectGroups([
      [`${A1} ${N1} @ 0-3`, `${N1} @ 2-4`],
      [`${B1} ${N1} @ 365-370`, `${N1} @ 366-370`],
    ]))
  it('pairs the later ids even where the other provider spoke first', () =>
    expectGroups([
      [`${A1} ${N1} @ 0`, `${B1} ${N1} @ 1`],
      [`${B2} ${N1} @ 60`, `${A2} ${N1} @ 61`],
    ]))
  it('leaves the remainder of a partial cancellation, under the same number, to itself', () =>
    expectGroups([[`${A1} ${N1} @ 0-9`, `${B1} ${N1} @ 0-2`, A1], [`${B2} ${N1} @ 2-9`]]))
  it('alone belongs to the period in which it begins', () =>
    expectGroups([
      [`${A1} ${N1} @ 0`, `${N1} @ 30-70`],
      [`${A2} ${N1} @ 60`, `${N1} @ 61`],
    ]))
  it('rests for half a year before it is taken for another', () => {
    expectGroups([[`${A1} ${N1} @ 0-10`, `${B1} ${N1} @ 190`]])
    expectGroups([[`${A1} ${N1} @ 0-10`], [`${B1} ${N1} @ 191`]])
  })
  it('joins nothing where two numbers would chain ids of one provider', () =>
    expectGroups([[`${A1} ${N1}`], [`${B1} ${N1} ${N2}`], [`${A2} ${N2}`]], [], { [N1]: 'chain', [N2]: 'chain' }))
  it('keeps what has one thing in such a chain', () =>
    expectGroups(
      [[`${A1} ${N1}`, `${A1} order_number:X`, 'order_number:X'], [`${B1} ${N1} ${N2}`], [`${A2} ${N2}`], [N1], [N2]],
      [],
      { [N1]: 'chain', [N2]: 'chain' },
    ))
  it('of more than 20 orders of one provider joins nothing', () => {
    const orders = Array.from({ length: 21 }, (_, index) => [`order_id@a:${index} ${N1} @ ${index}`])
    expectGroups([...orders, [`${B1} ${N1}`], [N1]], [], { [N1]: 'common' })
  })
})

describe('a product', () => {
  it('is joined across providers by its SKU', () =>
    expectGroups([['product_id@a:1 sku:RED', 'product_id@b:7 sku:RED', 'sku:RED']]))
  it('with two variants is not each of two items', () =>
    expectGroups([['product_id@a:1 sku:BLUE sku:RED'], ['product_id@b:7 sku:RED'], ['product_id@b:8 sku:BLUE']], [], {
      'sku:RED': 'chain',
      'sku:BLUE': 'chain',
    }))
})

describe('a customer', () => {
  it('is found by the phone of a message', () => expectGroups([[`${C1} ${ANI} ${P1}`, P1]]))
  it('who changes email and phone stays one', () =>
    expectGroups([[`${C1} ${ANI} ${P1}`, `${C1} ${BUDI} ${P2}`, ANI, BUDI, P1, P2]]))
  it('is joined across providers by the email', () => expectGroups([[`${C1} ${ANI} ${P1}`, `${D1} ${ANI} ${P2}`]]))
  it('is joined across providers by the phone', () => expectGroups([[`${C1} ${P1}`, `${D1} ${ANI} ${P1}`]]))
  it('who shares a phone is told apart, and the messages from it belong to neither', () =>
    expectGroups([[`${C1} ${ANI} ${P1}`], [`${C2} ${BUDI} ${P1}`], [P1]], [], { [P1]: 'contradiction' }))
  it('who shares an email is told apart, and what has nothing else belongs to neither', () =>
    expectGroups([[`${C1} ${SHOP} ${P1}`, P1], [`${C2} ${SHOP} ${P2}`, P2], [SHOP]], [], { [SHOP]: 'contradiction' }))
  it('who shares an email is known by the phone beside it', () =>
    expectGroups(
      [[`${C1} ${SHOP} ${P1}`, `${SHOP} ${P1}`], [`${C2} ${SHOP} ${P2}`], [SHOP, `${SHOP} phone:+62833`]],
      [],
      {
        [SHOP]: 'contradiction',
      },
    ))
  it('is not known by a phone beside a shared email that is not theirs', () =>
    expectGroups([[`${C1} ${SHOP}`], [`${C2} ${SHOP}`], [`${C3} ${ANI} ${P1}`], [`${SHOP} ${P1}`]], [], {
      [SHOP]: 'contradiction',
    }))
  it('without an id is known by the email: a phone in common makes no one of two', () =>
    expectGroups(
      [
        [`${ANI} ${P1}`, ANI],
        [`${BUDI} ${P1}`, BUDI],
      ],
      [],
      { [P1]: 'contradiction' },
    ))
  it('without an id may change the phone', () => expectGroups([[`${ANI} ${P1}`, `${ANI} ${P2}`, P1, P2]]))
  it('of two providers with different emails is not made one by the phone', () =>
    expectGroups([[`${C1} ${ANI} ${P1}`], [`${D1} ${BUDI} ${P1}`]], [], { [P1]: 'contradiction' }))
  it('is not welded to another by two emails in one message', () =>
    expectGroups([
      [`${C1} ${ANI}`, `${ANI} ${BUDI}`],
      [`${C2} ${BUDI}`, BUDI],
    ]))
  it('is one of 25 who use a phone: it is nobody’s', () => {
    const people = Array.from({ length: 25 }, (_, index) => [`customer_id@a:${index} ${P1}`])
    expectGroups([...people, [`${D1} ${P1}`], [P1]], [], { [P1]: 'common' })
  })
  it('who has an email of a marketplace’s own for each of 25 orders is one, and so are messages from the phone', () => {
    const orders = Array.from({ length: 25 }, (_, index) => `${C1} email:relay${index}@x.test ${P1}`)
    expectGroups([[...orders, P1, `${D1} ${P1}`]])
  })
  it('without an id is one of 25 emails that use a phone: it is nobody’s', () => {
    const people = Array.from({ length: 25 }, (_, index) => [`email:${index}@x.test ${P1}`])
    expectGroups([...people, [`${D1} ${P1}`], [P1]], [], { [P1]: 'common' })
  })
})

describe('a customer with many phones', () => {
  it('is still known by the email', () => {
    const phones = Array.from({ length: 25 }, (_, index) => `${C1} ${ANI} phone:+6281${index}`)
    expectGroups([[...phones, `${D1} ${ANI}`]])
  })
})

describe('a name that the caller knows to be common', () => {
  it('joins nothing', () => {
    const found = partition([`${C1} ${P1}`, `${D1} ${P1}`].map(naming), [], new Set([P1]))
    expect(found.groups).toEqual([[`${C1} ${P1}`], [`${D1} ${P1}`]])
    expect(found.contested).toEqual(new Map([[P1, 'common']]))
  })
})

describe('a person who says the same', () => {
  it('joins what contradicts, and what only one of them used belongs to both', () =>
    expectGroups(
      [[`${C1} ${ANI} ${P1}`, `${C2} ${BUDI} ${P1}`, P1]],
      [decide('same', `${C1} ${ANI} ${P1}`, `${C2} ${BUDI}`)],
    ))
  it('joins a thing without an id to one with an id, whatever comes later', () => {
    const linked = decide('same', `${C1} ${ANI}`, `${BUDI} ${P2}`)
    expectGroups([[`${C1} ${ANI}`, `${BUDI} ${P2}`, P2]], [linked])
    expectGroups([[`${C1} ${ANI}`, `${BUDI} ${P2}`, BUDI], [`${C2} ${BUDI}`]], [linked], { [BUDI]: 'contradiction' })
    expectGroups([[`${C1} ${ANI}`, `${BUDI} ${P2}`, `${D1} ${BUDI}`]], [linked])
  })
  it('does not lend the weaker names of a thing with ids', () =>
    expectGroups([[`${C1} ${ANI} ${P1}`, D1], [`${C2} ${P1}`], [P1]], [decide('same', `${C1} ${P1}`, D1)], {
      [P1]: 'contradiction',
    }))
  it('means the present period of a number', () =>
    expectGroups([[`${N1} @ 0-9`], [`${N1} @ 900-910`, A1]], [decide('same', N1, A1, 905 * DAY)]))
})

describe('a person who sets apart', () => {
  it('overcomes a number in common', () =>
    expectGroups([[`${A1} ${N1}`, N1], [`${B1} ${N1}`]], [decide('apart', B1, `${A1} ${N1}`)]))
  it('overcomes a naming that holds both: it goes with its first name', () =>
    expectGroups([[`${A1} ${B1}`, A1], [B1]], [decide('apart', B1, A1)]))
  it('leaves together what stands on the other side', () =>
    expectGroups(
      [
        [`${A1} ${B1} ${B2}`, A1],
        [B1, B2],
      ],
      [decide('apart', A1, `${B1} ${B2}`)],
    ))
  it('takes a phone from a customer', () =>
    expectGroups([[`${C1} ${ANI} ${P1}`, ANI], [P1]], [decide('apart', P1, `${C1} ${ANI}`)]))
  it('is heeded by later evidence, direct or by way of others', () => {
    const apart = [decide('apart', B1, `${A1} ${N1}`)]
    expectGroups([[`${A1} ${N1}`], [`${B1} ${N1}`, `${B1} ${N1} ${N2}`]], apart)
    expectGroups([[`${A1} ${N1}`, `${A1} ${B1}`], [`${B1} ${N1}`]], apart)
    expectGroups([[`${A1} ${N2} @ 0`], [`${B1} ${N2} @ 1`]], apart)
    expectGroups([[A1, `${A1} ${B3}`], [B1, `${B1} ${B3}`], [B3]], apart)
  })
  it('takes a number from a thing whatever other id of that thing stands with it', () =>
    expectGroups(
      [
        [`${A1} ${A2}`, `${A2} ${N1}`],
        [`${B1} ${N1}`, N1],
      ],
      [decide('apart', A1, N1)],
    ))
  it('is heeded where an id joins both sides later', () =>
    expectGroups([[ANI], [BUDI], [`${C1} ${ANI}`, `${C1} ${BUDI}`]], [decide('apart', ANI, BUDI)], {
      [ANI]: 'chain',
      [BUDI]: 'chain',
    }))
})

describe('of two decisions', () => {
  const things = [`${A1} ${N1}`, `${B1} ${N1}`]
  const apart = (at: number) => decide('apart', B1, `${A1} ${N1}`, at)
  const same = (at: number) => decide('same', `${A1} ${N1}`, `${B1}`, at)
  it('the later one holds: linked after a split', () => expectGroups([[...things, N1]], [apart(1), same(2)]))
  it('the later one holds: all that was said against a weaker name of either is taken back', () =>
    expectGroups([[...things, N1]], [decide('apart', A1, `${B1} ${N1}`, 1), decide('same', A1, `${B1} ${N1}`, 2)]))
  it('the later one holds: split after a link', () =>
    expectGroups([[`${A1} ${N1}`, N1], [`${B1} ${N1}`]], [same(1), apart(2)]))
  it('the later one holds where a third thing was linked to both', () =>
    expectGroups([[A1], [A2, A3]], [decide('same', A1, A3, 1), decide('same', A3, A2, 2), decide('apart', A1, A2, 3)]))
})
