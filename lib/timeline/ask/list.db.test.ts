import { beforeAll, describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import type { Kind } from '../kinds'
import { entitiesQuerySchema } from '../query-schemas'
import { listEntities } from './list'
import { customer, HOUR_MS, order, product, useShop } from './testing'

const shop = useShop()
// Providers tell times to the second.
const START = Math.floor(Date.now() / 1000) * 1000 - 100 * HOUR_MS
const at = (hours: number) => new Date(START + hours * HOUR_MS)

async function list(kind: Kind, query: Record<string, string> = {}, now = at(30)) {
  return listEntities(kind, entitiesQuerySchema.parse(query), shop.client(), now)
}

async function labels(kind: Kind, query: Record<string, string> = {}, now = at(30)) {
  return (await list(kind, query, now)).items.map(({ label }) => label)
}

beforeAll(async () => {
  await shop.subscribeToAll()
  const names = ['Ayu', 'Budi', 'Citra', 'Dewi', 'Eka']
  for (const [n, firstName] of names.entries()) {
    const buyer = customer(firstName.toLowerCase(), { firstName })
    const placed = order(`100${n}`, { customer: buyer })
    await shop.tell({ kind: 'order', step: 'placed', order: placed }, at(n))
    if (n >= 2) await shop.tell({ kind: 'order', step: 'packed', order: placed }, at(10 + n))
    if (n >= 4) await shop.tell({ kind: 'order', step: 'shipped', order: placed }, at(20 + n))
  }
  await shop.tell({ kind: 'product', step: 'created', product: product('celana') }, at(9))
  await shop.tell({ kind: 'order', step: 'packed', order: order('1001') }, at(28), { forged: true })
  await shop.join()
})

describe('the list', () => {
  it('has what is standing, those with the latest news first', async () => {
    const { items } = await list('order')
    expect(items.map(({ label, state }) => [label, state])).toEqual([
      ['1004', 'shipped'],
      ['1003', 'packed'],
      ['1002', 'packed'],
      ['1001', 'draft'],
      ['1000', 'draft'],
    ])
    expect(items[0]).toMatchObject({
      providers: providers.map(({ id }) => id).sort(),
      lastAt: at(24).toISOString(),
      statuses: expect.arrayContaining([{ provider: expect.any(String), status: 'shipped' }]),
    })
  })

  it('is empty for a text that no database holds', async () => {
    for (const kind of ['customer', 'order', 'product'] as const) {
      for (const q of ['a\u0000b', 'a\ud800b']) expect(await labels(kind, { q })).toEqual([])
    }
  })

  it('is asked for from the first year to the last', async () => {
    const all = await labels('order')
    expect(await labels('order', { from: '0001-01-01', to: '9999-12-31T23:59:59.999Z' })).toEqual(all)
  })

  it('comes in pages without a gap or a repeat', async () => {
    for (const query of [{}, { state: 'packed,shipped,draft' }, { finding: 'any' }] as Record<string, string>[]) {
      const whole = await labels('order', query)
      const paged: string[] = []
      let cursor: string | null = null
      do {
        const page = await list('order', { ...query, limit: '2', ...(cursor ? { cursor } : {}) })
        expect(page.items.length).toBeLessThanOrEqual(2)
        paged.push(...page.items.map(({ label }) => label))
        cursor = page.nextCursor
      } while (cursor)
      expect(paged).toEqual(whole)
      expect(whole.length).toBeGreaterThan(0)
    }
  })

  it('leaves out what was joined into another', async () => {
    const [first] = (await list('order')).items
    const row = await shop.client().entity.findUniqueOrThrow({ where: { id: String(first?.id) } })
    const id = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
    await shop.client().entity.create({ data: { ...row, fields: {}, id, mergedInto: row.id } })
    expect((await labels('order')).length).toBe(5)
  })
})

describe('a filter', () => {
  it('takes one state or several', async () => {
    expect(await labels('order', { state: 'packed' })).toEqual(['1003', '1002'])
    expect(await labels('order', { state: 'shipped,draft' })).toEqual(['1004', '1001', '1000'])
    expect(await labels('order', { state: 'completed' })).toEqual([])
  })

  it('takes a provider that has told of it', async () => {
    const [first] = providers
    const told = await labels('customer', { provider: String(first?.id) })
    const other = await labels('customer', { provider: String(providers[1]?.id) })
    expect([...told, ...other].length).toBe((await labels('customer')).length)
  })

  it('takes a time of the last news', async () => {
    expect(await labels('order', { from: at(13).toISOString(), to: at(20).toISOString() })).toEqual(['1003'])
  })

  it('finds what is stuck once its time has come', async () => {
    expect(await labels('order', { finding: 'stuck' }, at(2))).toEqual([])
    const now = at(24 * 60)
    const stuck = await list('order', { finding: 'stuck' }, now)
    expect(stuck.items.length).toBeGreaterThan(0)
    expect(stuck.items.every(({ findings }) => findings.includes('stuck'))).toBe(true)
    const store = await shop.client().store.findFirstOrThrow()
    const change = (timeline: object) => shop.client().store.update({ where: { id: store.id }, data: { timeline } })
    await change({ disabledRules: ['stuck', 'rejected_delivery'] })
    expect(await labels('order', { finding: 'stuck,rejected_delivery' }, now)).toEqual([])
    expect((await list('order', {}, now)).items.every(({ findings }) => !findings.includes('stuck'))).toBe(true)
    await change({})
  })

  it('finds what rejected deliveries claim to be about', async () => {
    const { items } = await list('order', { finding: 'rejected_delivery' })
    expect(items).toMatchObject([{ label: '1001', findings: expect.arrayContaining(['rejected_delivery']) }])
    expect(await labels('order', { finding: 'any' })).toContain('1001')
  })

  it('finds what the rules found, each once however many it has', async () => {
    const found = await list('order', { finding: 'missing_step' })
    expect(found.items.map(({ label }) => label)).toEqual(['1004', '1003', '1002'])
    const any = await labels('order', { finding: 'any,missing_step,stuck' })
    expect(any.length).toBe(new Set(any).size)
    const late = await list('order', { finding: 'late_arrival' })
    expect(late.items.length).toBe(5)
    // A notice is no problem.
    expect(await labels('order', { finding: 'any', from: at(-1).toISOString(), to: at(1).toISOString() })).toEqual([])
  })
})

describe('a search', () => {
  it('finds a thing by any identifier as anybody writes it', async () => {
    const [{ id } = { id: '' }] = (await list('order', { q: '#1002' })).items
    const names = await shop.client().$queryRaw<{ name: string }[]>`
      SELECT DISTINCT unnest(names) AS name FROM naming WHERE entity_id = ${id}::uuid`
    expect(names.length).toBeGreaterThan(2)
    for (const { name } of names) {
      expect(await labels('order', { q: name.slice(name.indexOf(':') + 1) })).toEqual(['1002'])
    }
    expect(await labels('customer', { q: ' CITRA@example.com ' })).toEqual(['Citra Wati'])
    expect(await labels('customer', { q: '0811 0000 0000' })).toEqual([])
  })

  it('finds by a beginning only where nothing is exactly that', async () => {
    expect(await labels('order', { q: '100' })).toEqual(['1004', '1003', '1002', '1001', '1000'])
    expect(await labels('order', { q: '100', state: 'packed' })).toEqual(['1003', '1002'])
    expect(await labels('order', { q: '1' })).toContain('1000')
    expect(await labels('order', { q: '99' })).toEqual([])
    expect(await labels('customer', { q: '+62812' })).toHaveLength(5)
  })

  it('finds customers and products by the beginning of a word of their name', async () => {
    expect(await labels('customer', { q: 'bud' })).toEqual(['Budi Wati'])
    expect(await labels('customer', { q: 'wati' })).toHaveLength(5)
    expect(await labels('customer', { q: 'ati' })).toEqual([])
    expect(await labels('customer', { q: '%' })).toEqual([])
    expect(await labels('product', { q: 'kaos' })).not.toEqual([])
  })
})

describe('a question that can find nothing', () => {
  it.each([
    [{ provider: 'nobody' }, 'provider: expected one of'],
    [{ state: 'on-fire' }, 'state: expected one or more of draft'],
    [{ from: '2026-02-02', to: '2026-02-01' }, 'from: expected a time before'],
    [{ cursor: 'bm9uc2Vuc2U' }, 'cursor: expected the nextCursor'],
  ])('is refused: %j', async (query, words) => {
    await expect(list('order', query)).rejects.toThrow(words)
  })
})
