import type { TimedClient } from '../questions/timed-client'

/** What is asked for, chosen at random from a filled database. */
export interface Picks {
  orderNumbers: string[]
  awbs: string[]
  phones: string[]
  types: string[]
  /** Names of orders as one provider's payload has them at a path. */
  orderPaths: { path: string; value: string }[]
  /** Ids without their first letter: each stands in a handful of events. */
  rareWords: string[]
  /** Days, and ids that many others begin with (`ORD-2026-19`): each stands in thousands of events, all of some time. */
  textsOfSomeTime: string[]
  /** Words that stand in one event in twenty or more. */
  commonWords: string[]
  providers: string[]
  count: number
}

const DAY = /\d{4}-\d\d-\d\d/
const YEAR = /\b20\d\d\b/

/** So many of each, the same ones for the same database. */
export async function pick({ query }: TimedClient, count: number): Promise<Picks> {
  const values = async (scheme: string) => {
    const rows = await query<{ name: string }>(
      `SELECT split_part(name, ':', 2) AS name FROM (SELECT DISTINCT name FROM naming_name WHERE name LIKE $1) n
       ORDER BY md5(name) LIMIT $2`,
      [`${scheme}%:%`, count],
    )
    return rows.map(({ name }) => name)
  }
  const sampled = await query<{ doc: Record<string, unknown> }>(
    `SELECT c.doc FROM event e JOIN search_entry c ON c.id = e.id
     WHERE get_byte(uuid_send(e.id), 15) = 7 AND c.doc IS NOT NULL ORDER BY md5(e.id::text) LIMIT $1`,
    [count * 4],
  )
  const leaves = sampled.map(({ doc }) => [...leavesOf(doc)])
  const words = frequencies(leaves.flatMap((own) => [...new Set(own.flatMap(({ value }) => value.split(/\W+/)))]))
  const ids = leaves
    .flatMap((own) => own.find(({ value }) => value.length > 8 && /\d{4}/.test(value) && !DAY.test(value))?.value ?? [])
    .map((value) => value.slice(1))
    .slice(0, count)
  const isWhole = (id: string) => /\d{4}/.test(id.replace(YEAR, ''))
  const days = [...new Set(leaves.flatMap((own) => own.flatMap(({ value }) => DAY.exec(value)?.[0] ?? [])))]
  const isWord = (word: string) => /^[a-z]{4,}$/.test(word)
  return {
    orderNumbers: await values('order\\_number'),
    awbs: await values('awb'),
    phones: await values('phone'),
    types: (await query<{ type: string }>('SELECT DISTINCT type FROM event ORDER BY type')).map(({ type }) => type),
    orderPaths: leaves.flatMap((own) => own.find(({ path }) => /order_?(number|id)$/.test(path)) ?? []).slice(0, count),
    rareWords: ids.filter(isWhole),
    textsOfSomeTime: [...ids.filter((id) => !isWhole(id)), ...days].slice(0, count),
    commonWords: [...words]
      .filter(([word, times]) => isWord(word) && times >= sampled.length / 20)
      .map(([word]) => word),
    providers: (await query<{ provider: string }>('SELECT DISTINCT provider FROM source')).map(
      ({ provider }) => provider,
    ),
    count,
  }
}

function* leavesOf(value: unknown, path: string[] = []): Generator<{ path: string; value: string }> {
  if (Array.isArray(value)) for (const item of value) yield* leavesOf(item, path)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key])
  } else if (typeof value === 'string') yield { path: path.join('.'), value }
}

function frequencies(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
