import type { PrismaClient } from '@/lib/db/client'
import { isUuid } from '@/lib/db/id-time'
import type { Term } from '../language/term'
import type { Base } from './bases'
import { FACETS, type Facet, type FacetKey, type FacetValue } from './schemas'
import { isFacetSampled, type Tally, totalOf, valuesOf } from './tally'

const VALUES_AT_MOST = 50

/** Each facet as it was counted over its base. `tallies` are those of the bases, in their order. */
export async function facetsOf(
  bases: readonly Base[],
  tallies: readonly Tally[],
  client: PrismaClient,
): Promise<Facet[]> {
  const [asked, all] = [bases[0], tallies[0]]
  const titles = await loadTitles(asked?.terms ?? [], client)
  return FACETS.map((key) => {
    const place = bases.findIndex(({ facets }) => facets.includes(key))
    const tally = tallies[place]
    const values = new Map((tally ? countsOf(key, tally, titles) : []).map((value) => [value.value, value]))
    const chosen = asked && place > 0 ? onlyChoice(asked.terms, key) : null
    if (chosen !== null && all) {
      // The sample of the base may have missed it, while it was counted for the total.
      const total = totalOf(all)
      const title = titleOf(key, chosen, titles)
      if (title !== undefined && total.count > 0) values.set(chosen, { value: chosen, title, ...total })
    }
    const sorted = [...values.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return { key, values: sorted.slice(0, VALUES_AT_MOST), isEstimate: !tally || isFacetSampled(tally, key) }
  })
}

interface Titles {
  sources: ReadonlyMap<string, { value: string; name: string; provider: string }>
  destinations: ReadonlyMap<string, string>
}

/** A source goes by its slug; by its id where it does not, or where it is asked for by that. */
async function loadTitles(asked: readonly Term[], client: PrismaClient): Promise<Titles> {
  const values = asked.flatMap((term) => (term.kind === 'field' && term.key === 'source' ? term.values : []))
  const [sources, destinations] = await Promise.all([
    client.source.findMany({ select: { id: true, slug: true, name: true, provider: true } }),
    client.destination.findMany({ select: { id: true, name: true } }),
  ])
  const times = (slug: string) => sources.filter((source) => source.slug === slug).length
  return {
    sources: new Map(
      sources.map(({ id, slug, name, provider }) => {
        const value = times(slug) > 1 || values.includes(id) ? id : slug
        return [id, { value, name, provider }]
      }),
    ),
    destinations: new Map(destinations.map(({ id, name }) => [id, name])),
  }
}

function countsOf(key: FacetKey, tally: Tally, titles: Titles): FacetValue[] {
  if (key !== 'provider' && key !== 'source') {
    return [...valuesOf(tally, key)].map(([value, count]) => ({
      value,
      title: titleOf(key, value, titles) ?? null,
      ...count,
    }))
  }
  const values = new Map<string, FacetValue>()
  for (const [id, { count, isEstimate }] of valuesOf(tally, key)) {
    const source = titles.sources.get(id)
    if (!source) continue
    const value = key === 'provider' ? source.provider : source.value
    const title = key === 'provider' ? null : source.name
    values.set(value, { value, title, count: (values.get(value)?.count ?? 0) + count, isEstimate })
  }
  return [...values.values()]
}

/** The title of a value; undefined where it is none that a facet lists. */
function titleOf(key: FacetKey, value: string, { sources, destinations }: Titles): string | null | undefined {
  if (key === 'source') return [...sources.values()].find((source) => source.value === value)?.name
  if (key !== 'handler') return value.includes('*') ? undefined : null
  const [, destinationId] = value.split(':')
  if (destinationId === undefined) return null
  return isUuid(destinationId) ? (destinations.get(destinationId) ?? null) : undefined
}

/** The one value that a query asks of a facet: of that there are as many as of the query itself. */
function onlyChoice(terms: readonly Term[], facet: FacetKey): string | null {
  const own = terms.filter((term) => term.kind === 'field' && term.key === facet && !term.not)
  const [term] = own
  if (own.length !== 1 || term?.kind !== 'field' || term.op !== 'is') return null
  const [value] = term.values
  return term.values.length === 1 && value !== undefined ? value : null
}
