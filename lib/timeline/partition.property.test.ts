import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joining, readName } from './names'
import { type Decision, type NamingFacts, partition } from './partition'

const DAY = 24 * 60 * 60 * 1_000

/** Few values, so that they meet often. */
const orderName = fc.constantFrom(
  ...['a', 'b'].flatMap((provider) => [1, 2, 3].map((id) => `order_id@${provider}:${id}`)),
  ...[1, 2, 3].map((number) => `order_number:${number}`),
)
const customerName = fc.constantFrom(
  ...['a', 'b'].flatMap((provider) => [1, 2, 3].map((id) => `customer_id@${provider}:${id}`)),
  ...['x', 'y', 'z'].flatMap((value) => [`email:${value}@t.test`, `phone:+62${value}`]),
)

const namingsOf = (name: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(
      fc.record({
        names: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }).map((names) => names.sort()),
        firstAt: fc.integer({ min: 0, max: 40 }).map((month) => month * 30 * DAY),
        days: fc.integer({ min: 0, max: 100 }),
      }),
      { selector: ({ names }) => names.join(), maxLength: 14 },
    )
    .map((all) =>
      all.map(
        ({ names, firstAt, days }): NamingFacts => ({
          id: names.join(' '),
          names,
          firstAt,
          lastAt: firstAt + days * DAY,
        }),
      ),
    )

const decisionsOf = (name: fc.Arbitrary<string>) =>
  fc.array(
    fc.record({
      verdict: fc.constantFrom<Decision['verdict']>('same', 'apart'),
      names: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
      others: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
      at: fc.integer({ min: 0, max: 5 }).map((month) => month * 30 * DAY),
    }),
    { maxLength: 3 },
  )

const input = fc
  .constantFrom(orderName, customerName)
  .chain((name) => fc.record({ namings: namingsOf(name), decisions: decisionsOf(name) }))

function canonical({ groups }: { groups: readonly (readonly string[])[] }): string[] {
  return groups.map((group) => [...group].sort().join(' + ')).sort()
}

it('gives the same groups whatever the order of namings and decisions', () => {
  const shuffled = input.chain(({ namings, decisions }) =>
    fc.record({
      namings: fc.constant(namings),
      decisions: fc.constant(decisions),
      shuffledNamings: fc.shuffledSubarray(namings, { minLength: namings.length }),
      shuffledDecisions: fc.shuffledSubarray(decisions, { minLength: decisions.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ namings, decisions, shuffledNamings, shuffledDecisions }) => {
      const one = partition(namings, decisions)
      const other = partition(shuffledNamings, shuffledDecisions)
      expect(canonical(other)).toEqual(canonical(one))
      expect([...other.contested].sort()).toEqual([...one.contested].sort())
    }),
    { numRuns: 3_000 },
  )
})

it('puts every naming into one group', () => {
  fc.assert(
    fc.property(input, ({ namings, decisions }) => {
      const found = partition(namings, decisions).groups.flat().sort()
      expect(found).toEqual(namings.map(({ id }) => id).sort())
    }),
    { numRuns: 1_000 },
  )
})

it('gives the same groups for what hangs together alone as beside others', () => {
  fc.assert(
    fc.property(namingsOf(orderName), namingsOf(customerName), (orders, customers) => {
      const alone = [...canonical(partition(orders, [])), ...canonical(partition(customers, []))].sort()
      expect(canonical(partition([...orders, ...customers], []))).toEqual(alone)
    }),
    { numRuns: 1_000 },
  )
})

it('puts two ids of one provider together only where namings or people tie them', () => {
  fc.assert(
    fc.property(input, ({ namings }) => {
      for (const group of partition(namings, []).groups) {
        const ids = new Set(group.flatMap((id) => id.split(' ')).filter((name) => joining(name).level === 0))
        for (const id of ids) expect([...tied(id, namings)]).toEqual(expect.arrayContaining(rivals(id, ids)))
      }
    }),
    { numRuns: 2_000 },
  )
})

it('never puts together what a person set apart and nobody linked', () => {
  const apartOnly = input.map(({ namings, decisions }) => ({
    namings,
    decisions: decisions.map((decision) => ({ ...decision, verdict: 'apart' as const })),
  }))
  fc.assert(
    fc.property(apartOnly, ({ namings, decisions }) => {
      const groups = partition(namings, decisions).groups
      // A naming goes with its strongest name: those that stand alone show where a name belongs.
      const homeOf = (name: string) => groups.findIndex((group) => group.includes(name))
      for (const { names, others } of decisions) {
        for (const name of names) {
          for (const other of others) {
            if (name !== other && homeOf(name) >= 0) expect(homeOf(other)).not.toBe(homeOf(name))
          }
        }
      }
    }),
    { numRuns: 2_000 },
  )
})

it('does not grow with the square of the namings: 2,000 take a moment, however they are tied', () => {
  const chain = Array.from({ length: 2_000 }, (_, index): NamingFacts => {
    const names = [
      `order_id@${index % 2 === 0 ? 'a' : 'b'}:${index}`,
      `order_number:${index}`,
      `order_number:${index + 1}`,
    ]
    return { id: String(index), names, firstAt: 0, lastAt: DAY }
  })
  const shared = Array.from({ length: 2_000 }, (_, index): NamingFacts => {
    const names = [`customer_id@a:${index}`, `email:${index % 200}@t.test`, `phone:+62${index % 150}`]
    return { id: String(index), names, firstAt: 0, lastAt: DAY }
  })
  for (const namings of [chain, shared]) {
    const tookMs = [1, 2, 3].map(() => {
      const begun = performance.now()
      partition(namings, [])
      return performance.now() - begun
    })
    expect(Math.min(...tookMs)).toBeLessThan(150)
  }
})

function rivals(id: string, ids: ReadonlySet<string>): string[] {
  const { scheme, issuer } = readName(id)
  return [...ids].filter((other) => {
    const parts = readName(other)
    return other !== id && parts.scheme === scheme && parts.issuer === issuer
  })
}

/** Every id that namings tie to this one, one by one. */
function tied(id: string, namings: readonly NamingFacts[]): Set<string> {
  const reached = new Set([id])
  for (const one of reached) {
    for (const { names } of namings) {
      if (names.includes(one)) for (const name of names) if (joining(name).level === 0) reached.add(name)
    }
  }
  return reached
}
