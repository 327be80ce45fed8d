import { expect, it } from 'vitest'
import { compare } from './compare'
import type { StoredMention } from './stored-mentions'

it('takes back any number of mentions of one event', () => {
  const stored = Array.from(
    { length: 150_000 },
    (_, index): StoredMention => ({
      ...{ eventId: 'e', namingId: `${index}`, entityId: `${index}`, firstEntityId: `${index}`, kind: 'product' },
      ...{
        names: [`sku:${index}`],
        key: `${index}`,
        at: 0,
        rank: 0,
        tie: '0',
        receivedAt: 0,
        provider: 'p',
        type: 't',
      },
      ...{ role: index === 0 ? 'subject' : 'contains', set: null },
    }),
  )
  const { removed, formerTies } = compare([{ eventId: 'e', mentions: [], ties: [] }], stored)
  expect([removed.length, formerTies.length]).toEqual([150_000, 149_999])
})
