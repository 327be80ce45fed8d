import { describe, expect, it } from 'vitest'
import { ADMIN } from '@/lib/auth/testing'
import { inTransaction } from '@/lib/worker/in-transaction'
import { resolveEntity } from '../ask/resolve'
import { linkEntities } from '../decide/link'
import { splitEntity } from '../decide/split'
import type { Kind } from '../kinds'
import { customer, customerCreated, useTimelineBench } from '../testing/timeline-bench'
import { joinEvents } from './join-events'

const bench = useTimelineBench()
const reason = 'she called us'
const people = ['ani', 'budi', 'citra'].map((key, index) => customer(key, { phone: `+628500000000${index}` }))

const shown = async (kind: Kind, id: string) => (await resolveEntity(kind, id, bench().prisma)).id
const link = (a: string, b: string) => linkEntities({ ids: [a, b], reason }, ADMIN, bench().databaseUrl)
const split = (id: string, names: string[]) => splitEntity({ id, names, reason }, ADMIN, bench().databaseUrl)

async function namesOf(entityId: string): Promise<string[]> {
  const namings = await bench().prisma.naming.findMany({ where: { entityId } })
  return [...new Set(namings.flatMap(({ names }) => names))]
}

async function threePeople(): Promise<[string, string, string]> {
  for (const one of people) await bench().happens(customerCreated(one))
  const found = await bench().prisma.entity.findMany({ where: { kind: 'customer' }, orderBy: { id: 'asc' } })
  const [a = '', b = '', c = ''] = found.map(({ id }) => id)
  return [a, b, c]
}

describe('the address of a thing', () => {
  it('shows it again once a link is undone', async () => {
    const [a, b] = await threePeople()
    const names = await namesOf(b)
    await link(a, b)
    expect(await shown('customer', b)).toBe(a)
    expect((await split(a, names)).items.map(({ id }) => id)).toEqual([a, b])
    expect(await shown('customer', a)).toBe(a)
    expect(await shown('customer', b)).toBe(b)
    expect((await bench().prisma.entity.findUniqueOrThrow({ where: { id: b } })).mergedInto).toBeNull()
  })

  it('follows the thing where it is split off together with another', async () => {
    const [a, b, c] = await threePeople()
    const names = [...(await namesOf(b)), ...(await namesOf(c))]
    await link(b, c)
    await link(a, b)
    expect([await shown('customer', b), await shown('customer', c)]).toEqual([a, a])
    await split(a, names)
    expect([await shown('customer', b), await shown('customer', c)]).toEqual([b, b])
  })

  it('follows the thing where it was joined to one and then to another', async () => {
    const [a, b, c] = await threePeople()
    const names = await namesOf(c)
    await link(b, c)
    await link(a, b)
    await split(a, names)
    expect([await shown('customer', b), await shown('customer', c)]).toEqual([a, c])
  })

  it('leads on where its events say something else today', async () => {
    const { happens, prisma, pool } = bench()
    const [ani, budi] = people
    if (!ani || !budi) throw new Error('there are people')
    await happens(customerCreated(ani))
    const one = await prisma.event.findFirstOrThrow()
    await happens(customerCreated(budi))
    const other = await prisma.event.findFirstOrThrow({ where: { receivedAt: { gt: one.receivedAt } } })
    const says = async (id: string, name: string) => {
      await pool.query(
        `UPDATE event SET identifiers = ARRAY(SELECT unnest(identifiers) EXCEPT SELECT 'sku:po 1') || $2
        WHERE id = $1`,
        [id, [name]],
      )
      await inTransaction(pool, (client) => joinEvents(client, [id]))
    }
    await says(one.id, 'sku:PO-1')
    await says(other.id, 'sku:po 1')
    const [today, before] = await prisma.entity.findMany({ where: { kind: 'product' }, orderBy: { id: 'asc' } })
    if (!today || !before) throw new Error('there are two products')
    const { id: joined } = await prisma.entity.create({
      data: { ...before, id: crypto.randomUUID(), mergedInto: before.id, fields: {} },
    })
    await says(other.id, 'sku:PO-1')
    expect([await shown('product', before.id), await shown('product', joined)]).toEqual([today.id, today.id])
  })
})
